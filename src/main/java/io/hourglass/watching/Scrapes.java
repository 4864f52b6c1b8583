package io.hourglass.watching;

import io.hourglass.batch.Rounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Looks for figures again and again while somebody scrapes: by a thread of its own, so that no scrape waits for the database, and for a
 * tenth of the time at most, however long a look takes.
 */
@Component
@ConditionalOnWebApplication
class Scrapes implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Scrapes.class);

    private static final Duration WANTED_FOR = Duration.ofMinutes(5);
    private static final int PAUSE_OF_LOOKS = 9;

    private final Figures figures;
    private final HealthFigures health;
    private final Clock clock;
    private final Duration every;
    private final boolean byItself;
    private final Rounds rounds = new Rounds("figures");
    private volatile Instant scraped;
    private volatile Instant looked;
    private volatile Instant next;

    Scrapes(
            Figures figures,
            HealthFigures health,
            MeterRegistry meters,
            Clock clock,
            @Value("${hourglass.figures-every}") Duration every,
            Environment settings) {
        this.figures = figures;
        this.health = health;
        this.clock = clock;
        this.every = every;
        this.byItself = settings.getProperty("camunda.bpm.job-execution.enabled", Boolean.class, true);
        this.scraped = clock.instant();
        this.looked = scraped;
        this.next = scraped;
        TimeGauge.builder("hourglass.figures.age", this, TimeUnit.MILLISECONDS, Scrapes::age)
                .description("Since the figures of the database were looked up")
                .register(meters);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (byItself) {
            rounds.every(Duration.ZERO, every, this::round);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        rounds.stop();
    }

    /** Is asked for by each scrape, and by nobody else. */
    private double age() {
        scraped = clock.instant();
        return Duration.between(looked, scraped).toMillis();
    }

    private void round() {
        var now = clock.instant();
        if (now.isBefore(scraped.plus(WANTED_FOR)) && !now.isBefore(next)) {
            look();
            var ended = clock.instant();
            next = ended.plus(Duration.between(now, ended).multipliedBy(PAUSE_OF_LOOKS));
        }
    }

    void look() {
        health.look();
        try {
            figures.look();
            looked = clock.instant();
        } catch (RuntimeException e) {
            log.warn("The figures stay what they were: {}", e.toString());
        }
    }
}
