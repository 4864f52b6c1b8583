package io.hourglass.relay.mails;

import io.hourglass.batch.Together;
import io.hourglass.inquiry.intake.FactReport;
import java.util.List;

/** A reply by mail with all that is to be kept of it. */
final class ReplyToKeep implements Together {

    private final FactReport report;
    private final RelayedMail mail;
    private final String from;
    private final byte[] raw;

    /** @param raw empty if nothing is attached to it */
    ReplyToKeep(FactReport report, RelayedMail mail, String from, byte[] raw) {
        this.report = report;
        this.mail = mail;
        this.from = from;
        this.raw = raw.clone();
    }

    FactReport report() {
        return report;
    }

    RelayedMail mail() {
        return mail;
    }

    String from() {
        return from;
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
