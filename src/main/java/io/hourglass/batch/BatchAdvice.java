package io.hourglass.batch;

import java.util.function.Supplier;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Has calls of {@link Batched} use cases run in groups; within a transaction they are part of it. */
@Aspect
@Component
class BatchAdvice {

    private final BatchExecutor groups;

    BatchAdvice(BatchExecutor groups) {
        this.groups = groups;
    }

    @Around("@annotation(io.hourglass.batch.Batched)")
    @Nullable
    Object call(ProceedingJoinPoint point) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? perform(point)
                : groups.join(new Call(point.getArgs()[0], asCaller(() -> perform(point))));
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

    private static @Nullable Object perform(ProceedingJoinPoint point) {
        try {
            return point.proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a grouped use case declares no checked exception", e);
        }
    }
}
