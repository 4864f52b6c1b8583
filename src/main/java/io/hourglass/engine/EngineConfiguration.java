package io.hourglass.engine;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.retry.annotation.EnableRetry;

/** The clock, and what makes a lost race run again: retries lie around transactions, and know the engine's races. */
@Configuration
@EnableRetry(order = Ordered.LOWEST_PRECEDENCE - 1)
class EngineConfiguration {

    @Bean(destroyMethod = "release")
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    static PersistenceExceptionTranslator engineExceptionTranslator() {
        return new EngineExceptionTranslator();
    }
}
