package io.hourglass.incoming.sources;

import io.hourglass.chat.AccountId;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.SupplierId;
import java.util.Map;

/**
 * The shop that a Chatwoot is of.
 *
 * @param unassigned the account that owes what is asked in a conversation that no agent is assigned to
 * @param bots as what kind of author bots and automation count; never as people
 * @param accounts of agents by their numbers in Chatwoot; the others have one that is made of the number
 */
public record ChatwootShop(SupplierId shop, AccountId unassigned, AuthorKind bots, Map<String, AccountId> accounts) {

    public ChatwootShop {
        accounts = Map.copyOf(accounts);
    }
}
