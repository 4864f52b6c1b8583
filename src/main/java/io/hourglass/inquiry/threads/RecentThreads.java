package io.hourglass.inquiry.threads;

import static java.util.stream.Collectors.toMap;

import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.batch.rows.InChunks;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Knows which mails are about which of a supplier's recent inquiries, however many it has had in all. What a mail answers may lead to
 * neither: that is not asked here.
 */
@Component
public class RecentThreads {

    /** No conversation of people about one inquiry is so long. */
    private static final int MOST_FOLLOW_UPS = 200;

    private final Inquiries inquiries;
    private final Facts facts;
    private final FollowUpMails followUps;
    private final Pseudonyms pseudonyms;

    RecentThreads(Inquiries inquiries, Facts facts, FollowUpMails followUps, Pseudonyms pseudonyms) {
        this.inquiries = inquiries;
        this.facts = facts;
        this.followUps = followUps;
        this.pseudonyms = pseudonyms;
    }

    /** Of what the supplier received from one instant on, and before the other. */
    public ThreadsOfSupplier of(SupplierId supplier, Instant from, Instant until) {
        var recent = inquiries.ofSupplier(supplier, from, until);
        var ids = recent.stream().map(Inquiry::id).toList();
        var threads = new ThreadsOfSupplier(recent, pseudonyms(recent));
        var brought = InChunks.find(ids, facts::mailsOf);
        var followed = InChunks.find(ids, followUps::of);
        for (var inquiry : recent) {
            threads.add(inquiry, brought.getOrDefault(inquiry.id(), List.of()));
            threads.add(inquiry, followed.getOrDefault(inquiry.id(), List.of()));
        }
        return threads;
    }

    /** Whether a mail with that id has brought a fact of the inquiry. */
    public boolean hasBrought(Inquiry inquiry, String messageId) {
        var known = facts.mailsOf(List.of(inquiry.id())).getOrDefault(inquiry.id(), List.of());
        var one = new ThreadsOfSupplier(List.of(inquiry), pseudonyms(List.of(inquiry)));
        return one.hash(inquiry.buyer(), messageId).filter(known::contains).isPresent();
    }

    /** From here on a mail with that id is about the inquiry, for good; it is no fact of it. Of an inquiry there are at most 200. */
    public void follow(ThreadsOfSupplier threads, Inquiry inquiry, String messageId) {
        var known = followUps.of(List.of(inquiry.id())).getOrDefault(inquiry.id(), List.of());
        if (known.size() >= MOST_FOLLOW_UPS) {
            return;
        }
        threads.hash(inquiry.buyer(), messageId).ifPresent(hash -> {
            followUps.add(inquiry.id(), hash);
            threads.add(inquiry, List.of(hash));
        });
    }

    private Map<BuyerId, String> pseudonyms(List<Inquiry> some) {
        var buyers =
                some.stream().map(inquiry -> inquiry.buyer().value()).distinct().toList();
        return InChunks.find(buyers, pseudonyms::known).entrySet().stream()
                .collect(toMap(known -> new BuyerId(known.getKey()), Map.Entry::getValue));
    }
}
