package io.hourglass.batch.database;

import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Answers a GET from one state of the database, whatever its handler asks for (ADR 29). A handler that is
 * {@code Transactional} itself says how else it reads: one that streams, waits for others, or notes that it was asked.
 */
@Aspect
@Component
class GetsReadOnce {

    private final PlatformTransactionManager transactions;

    GetsReadOnce(PlatformTransactionManager transactions) {
        this.transactions = transactions;
    }

    @Around("within(io.hourglass..*)"
            + " && @annotation(org.springframework.web.bind.annotation.GetMapping)"
            + " && !@annotation(org.springframework.transaction.annotation.Transactional)")
    @Nullable
    Object answer(ProceedingJoinPoint handler) throws Throwable {
        var reading = new DefaultTransactionDefinition();
        reading.setReadOnly(true);
        var transaction = transactions.getTransaction(reading);
        try {
            return handler.proceed();
        } finally {
            transactions.rollback(transaction); // there is nothing to commit, be it that a part of it refused
        }
    }
}
