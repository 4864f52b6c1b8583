package io.hourglass.inquiry.judging;

import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.sla.Corrections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which mails of a pair follow up which inquiry (R3), as the books of one day see them. Each mail is decided once,
 * by what is known as of then and at its own close, looking only at mails before it that are in the books, and at what is
 * tied to them. Their state does not matter.
 */
final class Threads {

    private final JudgedPair pair;
    private final Instant close;
    private final Map<InquiryId, Link> links = new HashMap<>();
    private final Map<InquiryId, List<CaseFile>> followUps = new HashMap<>();
    private final Map<FactId, CaseFile> byReceipt = new HashMap<>();
    private final Map<String, List<Lead>> leads = new HashMap<>();

    private Threads(JudgedPair pair, Instant close) {
        this.pair = pair;
        this.close = close;
    }

    /**
     * What makes a mail a follow-up.
     *
     * @param root the inquiry that it follows, which follows none itself
     * @param fact the mail, or the reply to one, whose id it answers; or the finding
     */
    record Link(InquiryId root, Fact fact) {

        InquiryRule rule() {
            return fact.is(InquiryFactKind.BELONGS_TO) ? InquiryRule.FOUND_TO_FOLLOW : InquiryRule.FOLLOWS_THREAD;
        }
    }

    /** A mail, and the fact that leads to it. */
    private record Lead(CaseFile mail, Fact fact) {}

    /** @param close of the books that see them */
    static Threads of(JudgedPair pair, Instant close) {
        var threads = new Threads(pair, close);
        if (pair.pair().mayHoldThreads()) {
            pair.pair().files().forEach(threads::take);
        }
        return threads;
    }

    /** Empty for what is no follow-up. */
    Optional<Link> linkOf(InquiryId mail) {
        return Optional.ofNullable(links.get(mail));
    }

    List<CaseFile> followUpsOf(InquiryId root) {
        return followUps.getOrDefault(root, List.of());
    }

    private void take(CaseFile mail) {
        var receipt = mail.receipt();
        if (receipt == null || !mail.learnedInTime() || mail.recordedAt().isAfter(earlierOf(pair.asOf(), close))) {
            return;
        }
        byReceipt.put(receipt.id(), mail);
        if (pair.pair().mayFollow(mail)) {
            lead(mail, receipt).ifPresent(lead -> follow(mail, lead));
        }
        addLeads(mail);
    }

    private void addLeads(CaseFile mail) {
        mail.facts().stream()
                .filter(fact -> fact.mail().own() != null)
                .sorted(Corrections.EARLIEST_FIRST)
                .forEach(fact -> leads.computeIfAbsent(
                                Objects.requireNonNull(fact.mail().own()), id -> new ArrayList<>())
                        .add(new Lead(mail, fact)));
    }

    /** A finding goes before all ids, and may say that the mail stands alone. */
    private Optional<Lead> lead(CaseFile mail, Fact receipt) {
        var closes = earlierOf(mail.clocks().booksClose(), close);
        var known = earlierOf(pair.asOf(), closes);
        var found = pair.known(mail, List.of(), closes)
                .findings()
                .flatMap(finding ->
                        Stream.ofNullable(byReceipt.get(finding.about())).map(named -> new Lead(named, finding)))
                .filter(lead -> isKnown(lead, known))
                .findFirst();
        return found.isPresent()
                ? found.filter(lead -> !lead.mail().id().equals(mail.id()))
                : receipt.mail().answers().stream()
                        .flatMap(id -> leads.getOrDefault(id, List.of()).stream())
                        .filter(lead -> isKnown(lead, known))
                        .findFirst();
    }

    private static boolean isKnown(Lead lead, Instant by) {
        return !lead.mail().recordedAt().isAfter(by)
                && !lead.fact().recordedAt().isAfter(by);
    }

    private void follow(CaseFile mail, Lead lead) {
        var root = linkOf(lead.mail().id()).map(Link::root).orElse(lead.mail().id());
        links.put(mail.id(), new Link(root, lead.fact()));
        followUps.computeIfAbsent(root, id -> new ArrayList<>()).add(mail);
    }

    private static Instant earlierOf(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
