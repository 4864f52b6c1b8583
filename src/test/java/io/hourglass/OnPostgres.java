package io.hourglass;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** On a database of PostgreSQL: one of each kind of program, for all tests that ask for it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = OnPostgres.NewDatabase.class)
public @interface OnPostgres {

    /** Names it to the program that starts. */
    class NewDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext program) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + RealPostgres.newDatabase(),
                            "spring.datasource.username=postgres")
                    .applyTo(program);
        }
    }
}
