package io.hourglass.released;

import io.hourglass.engine.SettableClock;
import java.time.Instant;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** The clock stands at the property {@code released.now} before anything asks it. */
@TestComponent
class SetFromTheStart implements BeanPostProcessor {

    private final Instant now;

    SetFromTheStart(Environment settings) {
        this.now = settings.getRequiredProperty("released.now", Instant.class);
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof SettableClock clock) {
            clock.set(now);
        }
        return bean;
    }
}
