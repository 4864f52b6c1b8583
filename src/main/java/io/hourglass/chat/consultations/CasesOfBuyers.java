package io.hourglass.chat.consultations;

import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.ConsultationId;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.Sha256;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The ids of cases, derived from whom they are of, so that every node gives a case the same one. Of the buyer its pseudonym goes in:
 * once that is nobody's, nor is the id.
 */
@Component
public class CasesOfBuyers {

    private static final String OF_DAY = ".";
    private static final String MARKS = "marks.";

    private final Consultations consultations;
    private final Pseudonyms pseudonyms;

    CasesOfBuyers(Consultations consultations, Pseudonyms pseudonyms) {
        this.consultations = consultations;
        this.pseudonyms = pseudonyms;
    }

    /**
     * Whoever is known already keeps its id, whatever it is. To be asked before anything else of a buyer: who is refused gets no pseudonym.
     *
     * @throws InvalidInput if the buyer is not known in chat, and its id is none for new ones
     */
    public void check(BuyerId buyer) {
        if (!ExternalId.mayBeNew(buyer.value(), ExternalId.MAX_LENGTH)
                && consultations.of(buyer).isEmpty()) {
            ExternalId.checkNew("buyer", buyer.value(), ExternalId.MAX_LENGTH);
        }
    }

    /** Reads for many buyers what the other methods ask for one; who is new gets a pseudonym. */
    public void prefetch(Collection<BuyerId> buyers) {
        if (!buyers.isEmpty()) {
            pseudonyms.given(buyers.stream().map(BuyerId::value).distinct().toList());
        }
    }

    public ConsultationId consultation(BuyerId buyer, AccountId account, LocalDate day) {
        return new ConsultationId(day + OF_DAY + hash(buyer, account.value()));
    }

    /**
     * Of what is known of a buyer's account.
     *
     * @param shop null where it holds for all
     */
    public ConsultationId marks(BuyerId buyer, @Nullable SupplierId shop) {
        return new ConsultationId(MARKS + hash(buyer, shop == null ? "" : shop.value()));
    }

    /** Whether the case is of what is known of a buyer's account, and no consultation. */
    public static boolean isOfMarks(ConsultationId id) {
        return id.value().startsWith(MARKS);
    }

    private String hash(BuyerId buyer, String with) {
        var pseudonym = pseudonyms.given(List.of(buyer.value())).get(buyer.value());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(pseudonym + ' ' + with));
    }
}
