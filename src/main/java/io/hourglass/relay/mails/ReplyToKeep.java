package io.hourglass.relay.mails;

import io.hourglass.batch.Together;
import io.hourglass.inquiry.intake.FactReport;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reply by mail with all that is to be kept of it. */
public final class ReplyToKeep implements Together {

    private static final byte[] NOTHING = {};

    private final FactReport report;
    private final RelayedMail mail;
    private final String from;
    private final byte[] raw;
    private final @Nullable String idInMailbox;

    /**
     * One that was read in a mailbox: who wrote it, its folder says.
     *
     * @param id of the mail, by which it may be known; null if it has none
     */
    public ReplyToKeep(FactReport report, RelayedMail mail, @Nullable String id) {
        this(report, mail, "", NOTHING, id);
    }

    /** @param raw empty if nothing is attached to it */
    ReplyToKeep(FactReport report, RelayedMail mail, String from, byte[] raw) {
        this(report, mail, from, raw, null);
    }

    private ReplyToKeep(FactReport report, RelayedMail mail, String from, byte[] raw, @Nullable String idInMailbox) {
        this.report = report;
        this.mail = mail;
        this.from = from;
        this.raw = raw.clone();
        this.idInMailbox = idInMailbox;
    }

    public FactReport report() {
        return report;
    }

    RelayedMail mail() {
        return mail;
    }

    String from() {
        return from;
    }

    Optional<String> idInMailbox() {
        return Optional.ofNullable(idInMailbox);
    }

    byte[] raw() {
        return raw.clone();
    }

    /** What is read ahead for facts is read for it. */
    @Override
    public List<?> members() {
        return List.of(report);
    }
}
