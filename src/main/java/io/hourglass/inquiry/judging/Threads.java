package io.hourglass.inquiry.judging;

import io.hourglass.kernel.Fact;
import io.hourglass.kernel.FactId;
import io.hourglass.kernel.FactKind;
import io.hourglass.kernel.InquiryId;
import io.hourglass.sla.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which mails of a pair go on with which inquiry (R3), as the books of one member's day see them. Each mail is decided once,
 * by what is known as of then and at its own close, looking only at mails before it that are in the books, and at what is
 * tied to them. What became of those does not matter.
 */
final class Threads {

    private static final Threads NONE = new Threads(Instant.MIN, Instant.MIN);

    private final Instant asOf;
    private final Instant targetsClose;
    private final Map<InquiryId, Link> links = new HashMap<>();
    private final Map<InquiryId, List<CaseFile>> followUps = new HashMap<>();
    private final Map<FactId, CaseFile> byReceipt = new HashMap<>();
    private final Map<String, List<Lead>> leads = new HashMap<>();

    private Threads(Instant asOf, Instant targetsClose) {
        this.asOf = asOf;
        this.targetsClose = targetsClose;
    }

    /**
     * What makes a mail a follow-up.
     *
     * @param root the inquiry that it follows, which follows none itself
     * @param fact the mail, or the reply to one, whose id it answers; or the finding
     */
    record Link(InquiryId root, Fact fact) {

        Rule rule() {
            return fact.is(FactKind.BELONGS_TO) ? Rule.FOUND_TO_FOLLOW : Rule.FOLLOWS_THREAD;
        }
    }

    /** A mail, and the fact that leads to it. */
    private record Lead(CaseFile mail, Fact fact) {}

    /** @param inOrder all of the pair's, by receipt */
    static Threads of(List<CaseFile> inOrder, CaseFile target, Instant asOf) {
        if (inOrder.stream().noneMatch(Threads::mayFollow)) {
            return NONE;
        }
        var threads = new Threads(asOf, target.clocks().booksClose());
        inOrder.forEach(threads::take);
        return threads;
    }

    /** Empty for what is no follow-up. */
    Optional<Link> linkOf(InquiryId mail) {
        return Optional.ofNullable(links.get(mail));
    }

    List<CaseFile> followUpsOf(InquiryId root) {
        return followUps.getOrDefault(root, List.of());
    }

    private static boolean mayFollow(CaseFile mail) {
        for (var fact : mail.facts()) {
            if (fact.is(FactKind.BELONGS_TO) || !fact.mail().answers().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void take(CaseFile mail) {
        var receipt = mail.receipt();
        if (receipt == null || !mail.learnedInTime() || mail.recordedAt().isAfter(earlierOf(asOf, targetsClose))) {
            return;
        }
        byReceipt.put(receipt.id(), mail);
        if (mayFollow(mail)) {
            lead(mail, receipt).ifPresent(lead -> follow(mail, lead));
        }
        addLeads(mail);
    }

    private void addLeads(CaseFile mail) {
        var told = new ArrayList<>(mail.facts());
        told.sort(KnownFacts.EARLIEST_FIRST);
        for (var fact : told) {
            var id = fact.mail().own();
            if (id != null) {
                leads.computeIfAbsent(id, tied -> new ArrayList<>()).add(new Lead(mail, fact));
            }
        }
    }

    /** A finding goes before all ids, and may say that the mail stands alone. */
    private Optional<Lead> lead(CaseFile mail, Fact receipt) {
        var close = earlierOf(mail.clocks().booksClose(), targetsClose);
        var known = earlierOf(asOf, close);
        var found = KnownFacts.of(mail, List.of(), asOf, close)
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
