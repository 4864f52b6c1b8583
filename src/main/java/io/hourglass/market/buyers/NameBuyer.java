package io.hourglass.market.buyers;

import io.hourglass.batch.Batched;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.text.StoredText;
import org.springframework.stereotype.Component;

/**
 * Takes in what the marketplace calls a buyer. It is no action of the ledger: the name decides nothing, and an entry would
 * name a person for good.
 */
@Component
public class NameBuyer {

    private final Buyers buyers;

    NameBuyer(Buyers buyers) {
        this.buyers = buyers;
    }

    /** @param name of 1 to 200 characters, not blank */
    public record Named(BuyerId buyer, String name) {

        private static final int MAX_LENGTH = 200;

        /** @throws InvalidInput if the name cannot be kept */
        public Named {
            if (name.isBlank() || name.length() > MAX_LENGTH) {
                throw new InvalidInput("name", name, "1 to " + MAX_LENGTH + " characters, not all of them blank");
            }
            StoredText.check("name", name);
        }
    }

    /** Replaces the name before. */
    @Batched
    public void name(Named named) {
        buyers.put(named.buyer(), named.name());
    }
}
