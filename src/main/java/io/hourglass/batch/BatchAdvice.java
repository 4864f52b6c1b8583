package io.hourglass.batch;

import io.hourglass.batch.meters.CallWatches;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/** Runs calls of {@link Batched} use cases in batches; within a transaction they are part of it. */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class BatchAdvice extends DefaultPointcutAdvisor {

    // made when they are called: advice is there before all else
    private final SingletonSupplier<BatchExecutor> batches;
    private final SingletonSupplier<CallWatches> watches;

    BatchAdvice(ObjectProvider<BatchExecutor> batches, ObjectProvider<CallWatches> watches) {
        this.batches = SingletonSupplier.of(batches::getObject);
        this.watches = SingletonSupplier.of(watches::getObject);
        setPointcut(AnnotationMatchingPointcut.forMethodAnnotation(Batched.class));
        setAdvice((MethodInterceptor) this::call);
    }

    private @Nullable Object call(MethodInvocation call) {
        return TransactionSynchronizationManager.isActualTransactionActive() ? within(call) : joined(call);
    }

    private @Nullable Object within(MethodInvocation call) {
        var argument = call.getArguments()[0];
        try {
            var answer = perform(call);
            watches.obtain().endsWithIt(argument, answer, null);
            return answer;
        } catch (RuntimeException e) {
            watches.obtain().endsWithIt(argument, null, e);
            throw e;
        }
    }

    private @Nullable Object joined(MethodInvocation call) {
        var argument = call.getArguments()[0];
        try {
            var answer = batches.obtain().join(new Call(argument, asCaller(() -> perform(call))));
            watches.obtain().ended(argument, answer, null);
            return answer;
        } catch (RuntimeException e) {
            watches.obtain().ended(argument, null, e);
            throw e;
        }
    }

    /** Whichever thread runs the call knows who makes it. */
    private static Supplier<@Nullable Object> asCaller(Supplier<@Nullable Object> work) {
        var caller = SecurityContextHolder.getContext();
        return () -> {
            var threads = SecurityContextHolder.getContext();
            SecurityContextHolder.setContext(caller);
            try {
                return work.get();
            } finally {
                SecurityContextHolder.setContext(threads);
            }
        };
    }

    /** A call that shares a batch may be performed a second time, alone. */
    private static @Nullable Object perform(MethodInvocation call) {
        try {
            return ((ProxyMethodInvocation) call).invocableClone().proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a grouped use case declares no checked exception", e);
        }
    }
}
