package io.hourglass.bench.contender;

import com.zaxxer.hikari.HikariDataSource;
import io.hourglass.Hourglass;
import io.hourglass.ProgramOnly;
import io.hourglass.bench.measure.Meter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The real program without its web server, on a database of its own, with whatever it sends there counted. */
final class HourglassNode implements BeanPostProcessor, AutoCloseable {

    private final Meter meter;
    private final ConfigurableApplicationContext context;
    private @Nullable CountedPool pool;

    HourglassNode(Database database, Meter meter) {
        this.meter = meter;
        this.context = new SpringApplicationBuilder(Hourglass.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .initializers(starting -> {
                    starting.getBeanFactory().registerSingleton("programOnly", new ProgramOnly());
                    starting.getBeanFactory().addBeanPostProcessor(this);
                })
                .run(
                        "--spring.datasource.url=" + database.url(),
                        "--hourglass.ledger.roots-file=",
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=",
                        "--spring.datasource.hikari.maximum-pool-size=" + CountedPool.SIZE,
                        "--spring.datasource.hikari.connection-timeout=" + CountedPool.LONGEST_WAIT,
                        "--hourglass.policy.offer-stays-for=PT24H",
                        "--hourglass.reconcile-every=P365D", // moved clocks would mislead it
                        "--hourglass.demo=false",
                        "--logging.level.root=warn");
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource source) {
            var counted = new CountedPool(source, meter);
            pool = counted;
            return counted.counted();
        }
        return bean;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    void renewConnections() {
        if (pool != null) {
            pool.renew();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
