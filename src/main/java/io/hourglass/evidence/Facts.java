package io.hourglass.evidence;

import io.hourglass.evidence.details.FactText;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.FactId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All facts, append-only. */
public interface Facts {

    default Optional<StoredFact> find(FactId id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** By id; one that is not known is absent. */
    Map<FactId, StoredFact> find(Collection<FactId> ids);

    /**
     * A case's first fact is one that opens it.
     *
     * @throws org.springframework.dao.DuplicateKeyException if a fact has this id already
     */
    void add(StoredFact fact, FactText text);

    /** From here on the fact counts as known at that instant, although it was recorded later. */
    void admit(Fact fact, Instant knownFrom);

    /** Whether it has been admitted. */
    boolean isAdmitted(FactId fact);

    /** By case; one without facts is absent. Admitted facts are recorded when they count as known. */
    Map<CaseId, List<Fact>> of(Collection<? extends CaseId> cases);

    /** The same, of those facts alone that had been recorded, or admitted, by that instant. */
    Map<CaseId, List<Fact>> of(Collection<? extends CaseId> cases, Instant learnedBy);

    /** With what their sources said of themselves, in the order of their occurrence; one without facts is absent. */
    Map<CaseId, List<StoredFact>> storedOf(Collection<? extends CaseId> cases);

    /** In the order of their occurrence, then of their ids; an admitted fact is not late. */
    List<Told> toldOf(CaseId id);

    /**
     * Those by any of these actors, in the order of their ids: all facts are read for that, once.
     *
     * @param after the last one of the part before; null for the first part
     * @param limit how many to give at the most
     */
    List<Told> toldBy(Collection<String> actors, @Nullable FactId after, int limit);

    /** The hashes of the mails that brought facts, by case; one to which none did is absent. */
    Map<CaseId, List<String>> mailsOf(Collection<? extends CaseId> cases);

    /** The opening of each case and what was written in it; one without a text is absent. */
    Map<CaseId, Told> receiptsOf(Collection<? extends CaseId> cases);

    /** Those at first written with these words in subject or text, in whatever case. */
    Set<CaseId> saying(String words, Collection<? extends CaseId> cases);

    /**
     * Deletes the texts of these cases and the salts of their facts' content, and lets another id stand for an actor.
     */
    void erase(Collection<? extends CaseId> cases, String actor, String replacement);

    /** A fact and its text. */
    record Told(StoredFact stored, FactText text) {}
}
