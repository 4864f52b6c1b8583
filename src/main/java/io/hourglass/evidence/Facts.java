package io.hourglass.evidence;

import io.hourglass.kernel.Fact;
import io.hourglass.kernel.FactId;
import io.hourglass.kernel.InquiryId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All facts, append-only. */
public interface Facts {

    default Optional<StoredFact> find(FactId id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** By id; one that is not known is absent. */
    Map<FactId, StoredFact> find(Collection<FactId> ids);

    /**
     * An inquiry's first fact is that it was received.
     *
     * @throws org.springframework.dao.DuplicateKeyException if a fact has this id already
     */
    void add(StoredFact fact, FactText text);

    /** From here on the fact counts as known at that instant, although it was learned of later. */
    void admit(Fact fact, Instant knownFrom);

    /** Whether it has been admitted. */
    boolean isAdmitted(FactId fact);

    /** By inquiry; one without facts is absent. Admitted facts are recorded when they count as known. */
    Map<InquiryId, List<Fact>> of(Collection<InquiryId> inquiries);

    /** The same, of those facts alone that had been learned of, or admitted, by that instant. */
    Map<InquiryId, List<Fact>> of(Collection<InquiryId> inquiries, Instant learnedBy);

    /** With what their sources said of themselves, in the order of their occurrence; one without facts is absent. */
    Map<InquiryId, List<StoredFact>> storedOf(Collection<InquiryId> inquiries);

    /** In the order of their occurrence, then of their ids; an admitted fact is not late. */
    List<Told> toldOf(InquiryId inquiry);

    /** The receipt of each inquiry and what was written in it; one without a text is absent. */
    Map<InquiryId, Told> receiptsOf(Collection<InquiryId> inquiries);

    /** Those at first written with these words in subject or text, in whatever case. */
    Set<InquiryId> saying(String words, Collection<InquiryId> inquiries);

    /**
     * Deletes the texts of these inquiries and the salts of their facts' content, and lets another id stand for an actor.
     */
    void erase(Collection<InquiryId> inquiries, String actor, String replacement);

    /** A fact and its text. */
    record Told(StoredFact stored, FactText text) {}
}
