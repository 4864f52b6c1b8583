package io.hourglass.mailbox.sync;

import io.hourglass.OwnTables;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.Events;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.SyncedMail;
import io.hourglass.mailbox.SyncedMails;
import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.Mailbox.Folders;
import io.hourglass.mailbox.boxes.Mailboxes;
import io.hourglass.mailbox.boxes.Reading;
import io.hourglass.mailbox.coverage.RecordCoverage;
import io.hourglass.mailbox.imap.Login.Security;
import io.hourglass.mailbox.secrets.MailboxKeys;
import io.hourglass.mailbox.secrets.Secret;
import io.hourglass.mailbox.secrets.SecretField;
import io.hourglass.mailbox.secrets.SecretUnreadable;
import io.hourglass.mailbox.secrets.Secrets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mockito.Mockito;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What reads mailboxes in a program, without the rest of it. Two on the same tables are two nodes. */
public final class MailboxNode implements AutoCloseable {

    public static final String OLD_KEY = "b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZC0=";
    public static final String KEY = "bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldy0=";

    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final OwnTables tables;
    private final Clock clock;
    private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<SyncedMail> taken = Collections.synchronizedList(new ArrayList<>());
    private volatile Consumer<List<SyncedMail>> whenTaken = mails -> {};

    /** @param settings further ones of {@code hourglass.mailbox}, names and values in turn */
    public MailboxNode(OwnTables tables, Clock clock, String keys, String... settings) {
        this.tables = tables;
        this.clock = clock;
        Map<String, Object> all = new HashMap<>(Map.of(
                "camunda.bpm.job-execution.enabled", "false",
                "hourglass.mailbox.key", keys,
                "hourglass.mailbox.plain-imap", "true",
                "hourglass.mailbox.allowed-networks", "127.0.0.0/8"));
        for (var at = 0; at < settings.length; at += 2) {
            all.put("hourglass.mailbox." + settings[at], settings[at + 1]);
        }
        beans.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
        beans.registerBean(JdbcTemplate.class, tables::template);
        beans.registerBean(JdbcClient.class, tables::jdbc);
        beans.registerBean(WriteBatch.class, tables::rows);
        beans.registerBean(PlatformTransactionManager.class, tables::manager);
        beans.registerBean(Clock.class, () -> clock);
        beans.registerBean(Events.class, () -> new Heard(events));
        beans.registerBean(RecordCoverage.class, () -> coverage(told));
        beans.registerBean(SyncedMails.class, () -> this::take);
        beans.register(Properties.class);
        beans.scan(
                "io.hourglass.mailbox.sync",
                "io.hourglass.mailbox.idle",
                "io.hourglass.mailbox.secrets",
                "io.hourglass.mailbox.opening",
                "io.hourglass.mailbox.grants",
                "io.hourglass.mailbox.imap",
                "io.hourglass.mailbox.jdbc");
        beans.refresh();
    }

    @EnableConfigurationProperties
    private static final class Properties {}

    private record Heard(List<Event> all) implements Events {

        @Override
        public boolean isWanted(EventKind kind) {
            return true;
        }

        @Override
        public void append(Event event) {
            all.add(event);
        }
    }

    /** What it is told, as the method and its arguments. */
    private static RecordCoverage coverage(List<String> told) {
        return Mockito.mock(RecordCoverage.class, call -> {
            var words = new ArrayList<>(List.of(call.getMethod().getName()));
            for (var argument : call.getArguments()) {
                words.add(String.valueOf(argument));
            }
            told.add(String.join(" ", words));
            return Mockito.RETURNS_DEFAULTS.answer(call);
        });
    }

    private void take(SupplierId supplier, String address, List<SyncedMail> mails) {
        whenTaken.accept(mails);
        taken.addAll(mails);
    }

    public <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    /** A mailbox without encryption, that is due now. */
    public Mailbox connect(String supplier, String host, String password) {
        return connect(new SupplierId(supplier), new ImapServer(host, 143, Security.PLAIN), password);
    }

    public Mailbox connect(SupplierId supplier, ImapServer server, String password) {
        return connect(supplier, server, password, new Folders(null, false));
    }

    public Mailbox connect(SupplierId supplier, ImapServer server, String password, Folders folders) {
        var mailbox = Mailbox.builder()
                .supplier(supplier)
                .address(supplier + "@shop.example")
                .server(server)
                .user(supplier + "@shop.example")
                .folders(folders)
                .connectedAt(clock.instant())
                .reading(Reading.begun(clock.instant()))
                .build();
        var sealed = bean(MailboxKeys.class).seal(supplier, SecretField.PASSWORD, new Secret(password));
        return tables.inTransaction(() -> {
            bean(Mailboxes.class).add(mailbox);
            bean(Secrets.class).put(supplier, SecretField.PASSWORD, sealed);
            return mailbox;
        });
    }

    public Secret password(SupplierId supplier) throws SecretUnreadable {
        return secret(supplier, SecretField.PASSWORD);
    }

    public Secret secret(SupplierId supplier, SecretField field) throws SecretUnreadable {
        return bean(MailboxKeys.class)
                .open(supplier, field, bean(Secrets.class).find(supplier, field).orElseThrow());
    }

    /** In the place of the password. */
    void grant(SupplierId supplier, String provider, String token) {
        var sealed = bean(MailboxKeys.class).seal(supplier, SecretField.REFRESH_TOKEN, new Secret(token));
        tables.inTransaction(() -> {
            bean(Mailboxes.class).change(now(supplier).withProvider(provider));
            bean(Secrets.class).put(supplier, SecretField.REFRESH_TOKEN, sealed);
            return supplier;
        });
    }

    public Mailbox now(SupplierId supplier) {
        return bean(Mailboxes.class).find(supplier).orElseThrow();
    }

    public Reading reading(SupplierId supplier) {
        return now(supplier).reading();
    }

    /** Reads whatever is due until nothing is. */
    public void sync() {
        var sync = bean(SyncMailboxes.class);
        while (sync.begin() > 0 || sync.underWay() > 0) {
            Thread.onSpinWait();
        }
    }

    /** What was raised: the kind, and why where it says so. */
    public List<String> events() {
        return events.stream().map(event -> event.kind() + " " + said(event)).toList();
    }

    private static String said(Event event) {
        var data = event.data();
        return data.containsKey("unread")
                ? data.get("unread") + " " + data.get("refused")
                : event.about() + (data.containsKey("why") ? " " + data.get("why") : "");
    }

    /** What coverage was told. */
    public List<String> told() {
        return List.copyOf(told);
    }

    public List<SyncedMail> taken() {
        return List.copyOf(taken);
    }

    /** What happens before mails are taken; an exception, and they are not. */
    public void whenTaken(Consumer<List<SyncedMail>> happens) {
        this.whenTaken = happens;
    }

    public static String covered(SupplierId supplier, Instant from, Instant until) {
        return "covered " + supplier + " " + from + " " + until;
    }

    @Override
    public void close() {
        beans.close();
    }
}
