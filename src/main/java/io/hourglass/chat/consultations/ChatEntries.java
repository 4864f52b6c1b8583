package io.hourglass.chat.consultations;

import static java.util.stream.Collectors.joining;

import io.hourglass.audit.entries.LedgerEntry;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.policy.ChatPolicy;
import io.hourglass.evidence.StoredFact;

/** What the ledger is told of chat. Of what people wrote it gets the salted hash alone. */
public final class ChatEntries {

    private ChatEntries() {}

    public static LedgerEntry of(ChatPolicy policy) {
        return LedgerEntry.of(
                "POLICY",
                null,
                "track",
                ConsultationId.CHAT,
                "version",
                policy.version(),
                "inForceFrom",
                policy.days().inForceFrom(),
                "zone",
                policy.days().zone(),
                "rateWindowDays",
                policy.days().rateWindowDays(),
                "rules",
                "closes at " + policy.closesAt() + " of the next day; counting: "
                        + policy.counting().stream().map(Enum::name).sorted().collect(joining(" ")));
    }

    /** Of one that is opened. */
    public static LedgerEntry of(KeptConsultation kept) {
        return LedgerEntry.of(
                "CASE",
                kept.buyer().value(),
                "track",
                ConsultationId.CHAT,
                "case",
                kept.id(),
                "subject",
                ChatAccount.subject(kept.account()),
                "day",
                kept.day(),
                "openedAt",
                kept.openedAt(),
                "recordedAt",
                kept.recordedAt(),
                "policy",
                kept.policyVersion());
    }

    public static LedgerEntry of(StoredFact stored) {
        var fact = stored.fact();
        return LedgerEntry.of(
                "FACT",
                stored.actor(),
                "track",
                ConsultationId.CHAT,
                "case",
                fact.caseId(),
                "fact",
                fact.id(),
                "kind",
                fact.kind(),
                "author",
                fact.author(),
                "channel",
                stored.channel(),
                "occurredAt",
                fact.occurredAt(),
                "recordedAt",
                fact.recordedAt(),
                "about",
                fact.about(),
                "content",
                stored.contentHash().hash());
    }
}
