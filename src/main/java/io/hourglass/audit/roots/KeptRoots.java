package io.hourglass.audit.roots;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.hourglass.audit.CaseDays;
import io.hourglass.audit.seals.DaySealed;
import io.hourglass.audit.seals.Seal;
import io.hourglass.audit.seals.Seals;
import io.hourglass.kernel.ids.Track;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the root of each day to a file outside the database as soon as its seal is committed, and says where the two
 * differ. What was not written then, since the process died, the disk failed or another node closed the day, is caught up
 * at the start, after each close and every minute. A disk that fails fails no close: the log and the health say so.
 */
@Component
public class KeptRoots implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(KeptRoots.class);
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final Seals seals;
    private final List<Track> tracks;
    private final Optional<RootsFile> file;
    private final TransactionTemplate reading;
    private volatile @Nullable String failure;

    KeptRoots(
            Seals seals,
            List<CaseDays> cases,
            PlatformTransactionManager transactions,
            @Value("${hourglass.ledger.roots-file:#{null}}") @Nullable String configured,
            @Value("${spring.datasource.url}") String database) {
        this.seals = seals;
        this.tracks = cases.stream().map(CaseDays::track).sorted().toList();
        this.file = RootsPlace.of(configured, database).map(RootsFile::new);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.reading.setReadOnly(true);
    }

    /**
     * A day on which file and database differ.
     *
     * @param explanation in which way
     */
    public record Difference(LocalDate day, String explanation) {}

    @TransactionalEventListener
    void sealed(DaySealed sealed) {
        catchUp();
    }

    @EventListener
    void started(ApplicationReadyEvent ready) {
        catchUp();
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void catchUp() {
        file.ifPresent(this::catchUp);
    }

    private synchronized void catchUp(RootsFile to) {
        try {
            to.append(last -> reading.execute(all -> tracks.stream()
                    .flatMap(track -> behind(track, last.get(track)).stream())
                    .toList()));
            failure = null;
        } catch (IOException | RuntimeException e) {
            failure = e.toString();
            log.error("the roots of sealed days are not kept outside the database, in {}: {}", to, failure);
        }
    }

    /**
     * Where the file and the database's seals say different things of the days from the first to the last, both included.
     *
     * @param from null for the first of all
     * @param to null for the last of all
     * @return in day order; none where there is no file by the configuration
     * @throws IOException if the file is there and cannot be read
     */
    public List<Difference> differences(Track track, @Nullable LocalDate from, @Nullable LocalDate to)
            throws IOException {
        var differences = new ArrayList<Difference>();
        if (file.isPresent()) {
            var there = seals.between(track, from == null ? EARLIEST : from, to == null ? LATEST : to).stream()
                    .collect(toMap(Seal::day, RootsFile::line));
            var kept = file.get().lines().stream()
                    .filter(line -> RootsFile.day(line)
                            .filter(day -> day.track().equals(track) && isIn(day.day(), from, to))
                            .isPresent())
                    .collect(
                            groupingBy(line -> RootsFile.day(line).orElseThrow().day(), TreeMap::new, toList()));
            var days = new TreeSet<>(there.keySet());
            days.addAll(kept.keySet());
            for (var day : days) {
                difference(there.get(day), kept.getOrDefault(day, List.of()), file.get())
                        .ifPresent(explanation -> differences.add(new Difference(day, explanation)));
            }
        }
        return differences;
    }

    private static Optional<String> difference(@Nullable String there, List<String> kept, RootsFile file) {
        if (kept.isEmpty()) {
            return Optional.of("its line is missing in " + file);
        }
        if (there == null) {
            return Optional.of("the database has no seal of it; " + file + " has: " + kept.get(0));
        }
        return kept.stream()
                .filter(line -> !line.equals(there))
                .findFirst()
                .map(line -> "the database says: " + there + "; " + file + " has: " + line);
    }

    private List<Seal> behind(Track track, @Nullable LocalDate last) {
        return seals.between(track, last == null ? EARLIEST : last.plusDays(1), LATEST);
    }

    private static boolean isIn(LocalDate day, @Nullable LocalDate from, @Nullable LocalDate to) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    @Override
    public Health health() {
        return failure == null
                ? Health.up().build()
                : Health.down()
                        .withDetail("roots", "not written; the log says why")
                        .build();
    }
}
