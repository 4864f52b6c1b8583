package io.hourglass.inquiry.books;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toCollection;

import io.hourglass.audit.CaseDays;
import io.hourglass.audit.entries.LedgerEntry;
import io.hourglass.audit.entries.LedgerSource;
import io.hourglass.audit.seals.SealedDay;
import io.hourglass.evidence.Facts;
import io.hourglass.evidence.StoredFact;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.policy.ExcusedGaps;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.lists.Parts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the ledger of a day's inquiries: the policy versions that judge them, what could be seen meanwhile, then each inquiry that was recorded by the
 * close, with its facts recorded by then. What people wrote does not come in, only its salted hash.
 */
@Component
class InquiryEntries implements LedgerSource, CaseDays {

    private static final int BATCH_SIZE = 5_000;
    private static final Comparator<Inquiry> BY_RECEIPT =
            comparing(Inquiry::receivedAt).thenComparing(Inquiry::id);

    private final Inquiries inquiries;
    private final Facts facts;
    private final Policies policies;
    private final CoverageEntries coverage;

    InquiryEntries(Inquiries inquiries, Facts facts, Policies policies, CoverageEntries coverage) {
        this.inquiries = inquiries;
        this.facts = facts;
        this.policies = policies;
        this.coverage = coverage;
    }

    @Override
    public Track track() {
        return Track.INQUIRY;
    }

    @Override
    public Part part() {
        return Part.CASES;
    }

    @Override
    public Optional<LocalDate> dayOf(CaseId id) {
        return inquiries.find(InquiryId.of(id)).map(Inquiry::day);
    }

    @Override
    public void tell(SealedDay day, Consumer<LedgerEntry> ledger) {
        if (!day.track().equals(track())) {
            return;
        }
        var inBooks = inquiries.receivedOn(day.day()).stream()
                .filter(inquiry -> !inquiry.recordedAt().isAfter(day.booksClose()))
                .sorted(BY_RECEIPT)
                .toList();
        var versions = inBooks.stream().map(Inquiry::policyVersion).collect(toCollection(TreeSet::new));
        versions.add(policies.inForceOn(day.day()).version());
        versions.forEach(version -> ledger.accept(of(policies.version(version), day.day())));
        coverage.tell(day, inBooks, ledger);
        Parts.of(inBooks, BATCH_SIZE).forEach(part -> tell(day, part, ledger));
    }

    private void tell(SealedDay day, List<Inquiry> some, Consumer<LedgerEntry> ledger) {
        var known = facts.storedOf(some.stream().map(Inquiry::id).toList());
        for (var inquiry : some) {
            ledger.accept(of(inquiry));
            known.getOrDefault(inquiry.id(), List.of()).stream()
                    .filter(stored -> !stored.fact().recordedAt().isAfter(day.booksClose()))
                    .forEach(stored -> ledger.accept(of(stored)));
        }
    }

    private static LedgerEntry of(ReplyPolicy policy, LocalDate day) {
        var cutOver = policy.days().cutOver();
        return LedgerEntry.of(
                "POLICY",
                null,
                "version",
                policy.version(),
                "inForceFrom",
                policy.days().inForceFrom(),
                "zone",
                policy.zone(),
                "replyWithin",
                policy.replyWithin(),
                "objectWithin",
                policy.objectWithin(),
                "booksCloseAfterDays",
                policy.days().booksCloseAfterDays(),
                "rateWindowDays",
                policy.days().rateWindowDays(),
                "duplicates",
                policy.duplicates(),
                "textlessReplyCounts",
                policy.counting().textless(),
                "countingAuthors",
                policy.counting().authors(),
                "earlyBy",
                policy.counting().earlyBy().isZero() ? null : policy.counting().earlyBy(),
                "gapOwnAfter",
                otherThan(ExcusedGaps.USUAL.ownAfter(), policy.gaps().ownAfter()),
                "outageLeast",
                otherThan(ExcusedGaps.USUAL.leastOutage(), policy.gaps().leastOutage()),
                "zoneUntil",
                cutOver != null && cutOver.follows(day) ? cutOver.at() : null);
    }

    /** What is usual goes without saying: versions from before there were mailboxes are written as they were. */
    private static @Nullable Duration otherThan(Duration usual, Duration value) {
        return value.equals(usual) ? null : value;
    }

    static LedgerEntry of(Inquiry inquiry) {
        return LedgerEntry.of(
                "INQUIRY",
                inquiry.buyer().value(),
                "inquiry",
                inquiry.id(),
                "supplier",
                inquiry.supplier(),
                "channel",
                inquiry.channel(),
                "category",
                inquiry.category(),
                "receivedAt",
                inquiry.receivedAt(),
                "recordedAt",
                inquiry.recordedAt(),
                "day",
                inquiry.day(),
                "policy",
                inquiry.policyVersion());
    }

    static LedgerEntry of(StoredFact stored) {
        var fact = stored.fact();
        return LedgerEntry.of(
                "FACT",
                stored.actor(),
                "inquiry",
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
                "textless",
                fact.textless() ? true : null,
                "about",
                fact.about(),
                "content",
                stored.contentHash().hash(),
                "mail",
                fact.mail().own(),
                "answers",
                fact.mail().answers().isEmpty() ? null : fact.mail().answers());
    }
}
