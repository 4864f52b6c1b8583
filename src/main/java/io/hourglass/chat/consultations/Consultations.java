package io.hourglass.chat.consultations;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.ConsultationId;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.Parts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All consultations. Days bound a range, both included. */
public interface Consultations {

    void add(KeptConsultation consultation);

    default Optional<KeptConsultation> find(ConsultationId id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** In no order; one that does not exist is absent. */
    List<KeptConsultation> find(Collection<ConsultationId> ids);

    /** Holds the consultation until the transaction ends: what changes something about it does this first. */
    default Optional<KeptConsultation> lock(ConsultationId id) {
        return Optional.ofNullable(lock(List.of(id)).get(id));
    }

    /** The same for many; one that does not exist is absent. */
    Map<ConsultationId, KeptConsultation> lock(Collection<ConsultationId> ids);

    /** A fact that opens it is known. The caller holds it. */
    void opened(KeptConsultation consultation);

    /** Of a day, in no order. */
    List<KeptConsultation> on(LocalDate day);

    /** The ids of those of a day that a known fact opens, by when the earliest of them occurred, then by id: there may be many. */
    List<ConsultationId> openedOn(LocalDate day);

    /** Those of {@link #openedOn}, a part at a time, so that no more is held than one; in no order within it. */
    default Stream<List<KeptConsultation>> openedInParts(LocalDate day) {
        return Parts.of(openedOn(day), 2_000).map(this::find);
    }

    List<KeptConsultation> ofAccount(AccountId account, LocalDate from, LocalDate to);

    List<KeptConsultation> ofShop(SupplierId shop, LocalDate from, LocalDate to);

    List<KeptConsultation> ofBuyer(BuyerId buyer, LocalDate from, LocalDate to);

    /** In the order of their ids: the consultations, then the cases of marks. */
    List<ConsultationId> of(BuyerId buyer);

    /** Of buyers with these small letters in their ids, ordered by id; all consultations are read for that. */
    List<BuyerId> buyersWith(String part, long offset, int limit);

    /**
     * Another id stands for the buyer from here on. Where it was an account of the same shop the consultation stays excluded for that.
     */
    void rename(BuyerId buyer, BuyerId replacement);

    long count();
}
