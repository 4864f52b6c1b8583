package io.hourglass.messages.sending;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.OwnTables;
import io.hourglass.audit.actions.CurrentActor;
import io.hourglass.batch.Backfill;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.Events;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.messages.outbox.HandOn;
import io.hourglass.messages.outbox.WantedKinds;
import io.hourglass.messages.webhooks.Deliveries;
import io.hourglass.messages.webhooks.Delivery;
import io.hourglass.messages.webhooks.Webhook;
import io.hourglass.messages.webhooks.Webhooks;
import io.hourglass.sla.days.DayCalendar;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What sends messages in a program, without the rest of it. Two on the same tables are two nodes. */
final class Node implements AutoCloseable {

    static final EventKind KIND = new EventKind("something.happened");
    static final EventKind OTHER = new EventKind("other.happened");

    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final OwnTables tables;
    private final Clock clock;

    /** @param allowed networks inside to which it may send */
    Node(OwnTables tables, Clock clock, String... allowed) {
        this.tables = tables;
        this.clock = clock;
        beans.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "camunda.bpm.job-execution.enabled", "false",
                                "hourglass.messages.webhooks.plain-http", "true",
                                "hourglass.messages.webhooks.allowed-networks", String.join(",", allowed))));
        beans.registerBean(JdbcTemplate.class, tables::template);
        beans.registerBean(JdbcClient.class, tables::jdbc);
        beans.registerBean(WriteBatch.class, tables::rows);
        beans.registerBean(PlatformTransactionManager.class, tables::manager);
        beans.registerBean(Backfill.class);
        beans.registerBean(Clock.class, () -> clock);
        beans.registerBean(ObjectMapper.class, () -> new ObjectMapper());
        beans.registerBean(CurrentActor.class, () -> Optional::empty);
        beans.registerBean(DayCalendar.class, () -> new DayCalendar(List::of));
        beans.scan(
                "io.hourglass.messages.outbox",
                "io.hourglass.messages.webhooks",
                "io.hourglass.messages.signing",
                "io.hourglass.messages.calls",
                "io.hourglass.messages.sending",
                "io.hourglass.messages.rules",
                "io.hourglass.messages.jdbc",
                "io.hourglass.audit.actions",
                "io.hourglass.audit.jdbc",
                "io.hourglass.policy.jdbc");
        beans.refresh();
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    Webhook webhook(URI url, EventKind... kinds) {
        var webhook = Webhook.builder()
                .id(UUID.randomUUID().toString())
                .url(url)
                .kinds(new TreeSet<>(Arrays.asList(kinds)))
                .generation(1)
                .addedAt(clock.instant())
                .build();
        tables.inTransaction(() -> {
            bean(Webhooks.class).add(webhook, clock.instant());
            return webhook;
        });
        bean(WantedKinds.class).refresh();
        return webhook;
    }

    Webhook now(Webhook webhook) {
        return bean(Webhooks.class).find(webhook.id()).orElseThrow();
    }

    /** One event of each case, in a transaction of its own. */
    void raise(String... cases) {
        for (var one : cases) {
            tables.inTransaction(() -> {
                raiseOf(one, 1);
                return one;
            });
        }
    }

    void raiseOf(String one, int number) {
        bean(Events.class).raise(KIND, () -> Event.of(KIND, new InquiryId(one), clock.instant())
                .with("number", number));
    }

    /** Hands on what is new, and sends what is due until nothing is under way. */
    void send() {
        bean(HandOn.class).handOn();
        do {
            bean(SendDue.class).send();
            until(() -> bean(SendDue.class).underWay() == 0);
        } while (bean(SendDue.class).send() > 0);
        until(() -> bean(SendDue.class).underWay() == 0);
        bean(SendDue.class).send();
    }

    List<Delivery> deliveries() {
        return bean(Deliveries.class).latest(new Deliveries.Sought(null, null), 0, 100_000);
    }

    static void until(BooleanSupplier holds) {
        until(holds, 15_000);
    }

    static void until(BooleanSupplier holds, int millis) {
        for (var tries = 0; tries < millis / 5 && !holds.getAsBoolean(); tries++) {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        if (!holds.getAsBoolean()) {
            throw new IllegalStateException("it does not come about");
        }
    }

    @Override
    public void close() {
        beans.close();
    }
}
