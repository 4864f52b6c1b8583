package io.hourglass.batch.database;

import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Answers a GET from one state of the database, whatever its handler asks for (ADR 29). A handler that is
 * {@code Transactional} itself says how else it reads: one that streams, waits for others, or notes that it was asked.
 */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class GetsReadOnce extends StaticMethodMatcherPointcutAdvisor {

    private final SingletonSupplier<PlatformTransactionManager> transactions; // made when it is called

    GetsReadOnce(ObjectProvider<PlatformTransactionManager> transactions) {
        this.transactions = SingletonSupplier.of(transactions::getObject);
        setClassFilter(type -> type.getName().startsWith("io.hourglass."));
        setAdvice((MethodInterceptor) this::answer);
    }

    @Override
    public boolean matches(Method method, Class<?> type) {
        return method.isAnnotationPresent(GetMapping.class) && !method.isAnnotationPresent(Transactional.class);
    }

    private @Nullable Object answer(MethodInvocation handler) throws Throwable {
        var reading = new DefaultTransactionDefinition();
        reading.setReadOnly(true);
        var transaction = transactions.obtain().getTransaction(reading);
        try {
            return handler.proceed();
        } finally {
            transactions.obtain().rollback(transaction); // there is nothing to commit, even if a part of it failed
        }
    }
}
