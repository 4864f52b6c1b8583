package io.hourglass.chat.abnormal;

import static io.hourglass.chat.abnormal.AbnormalRule.BLOCKED_AFTER_REGISTRATION;
import static io.hourglass.chat.abnormal.AbnormalRule.BURST_WITHOUT_CONVERSATION;
import static io.hourglass.chat.abnormal.AbnormalRule.SAME_TEXT_TO_MANY_SHOPS;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.abnormal.Catch.Seen;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Watches one buyer's account. It keeps what happened within the last day alone, of each account, shop and text once, so that it
 * does not grow with the buyer's history; each act costs the same. A rule catches once.
 */
public final class BuyerWatch {

    private final AbnormalFigures figures;
    private final BuyerId buyer;
    private final @Nullable Instant registeredAt;
    private final Recent<AccountId> answering = new Recent<>(AbnormalFigures.LONGEST);
    private final Recent<AccountId> talkedAccounts = new Recent<>(AbnormalFigures.LONGEST);
    private final Recent<SupplierId> talkedShops = new Recent<>(AbnormalFigures.LONGEST);
    private final Recent<SupplierId> blocking = new Recent<>(AbnormalFigures.LONGEST);
    private final Recent<AccountId> asked;
    private final SentTexts texts;
    private final Set<AbnormalRule> caught = EnumSet.noneOf(AbnormalRule.class);

    /** @param registeredAt when the buyer's account was made; null if the marketplace does not say */
    public BuyerWatch(AbnormalFigures figures, BuyerId buyer, @Nullable Instant registeredAt) {
        this.figures = figures;
        this.buyer = buyer;
        this.registeredAt = registeredAt;
        this.asked = new Recent<>(figures.burstWithin());
        this.texts = new SentTexts(figures.textWithin());
    }

    /** @param acts of the buyer and towards it, in any order */
    public List<Catch> seeAll(Collection<BuyerAct> acts) {
        return acts.stream()
                .sorted(BuyerAct.IN_ORDER)
                .flatMap(act -> see(act).stream())
                .toList();
    }

    /**
     * @param act not before one that was seen
     * @return which rules it completes
     */
    public List<Catch> see(BuyerAct act) {
        expire(act.at());
        return switch (act.kind()) {
            case ASKED -> asked(act);
            case ANSWERED -> {
                answering.add(act.account(), act.at());
                yield List.of();
            }
            case BLOCKED -> blocked(act).stream().toList();
        };
    }

    /** How much is kept: different accounts, shops and texts. */
    public int kept() {
        return answering.size()
                + talkedAccounts.size()
                + talkedShops.size()
                + blocking.size()
                + asked.size()
                + texts.kept();
    }

    private void expire(Instant now) {
        List.of(answering, talkedAccounts, asked).forEach(recent -> recent.expire(now));
        List.of(talkedShops, blocking).forEach(recent -> recent.expire(now));
        texts.expire(now);
    }

    private List<Catch> asked(BuyerAct act) {
        if (answering.contains(act.account())) {
            talked(act);
        }
        asked.add(act.account(), act.at(), talkedAccounts::contains);
        var burst = manyWithoutConversation(BURST_WITHOUT_CONVERSATION, act.at(), asked, null);
        var text = act.text();
        if (text == null) {
            return burst.stream().toList();
        }
        var shops = texts.sent(text, act, talkedShops::contains);
        var same = manyWithoutConversation(SAME_TEXT_TO_MANY_SHOPS, act.at(), shops, text);
        return List.of(burst, same).stream().flatMap(Optional::stream).toList();
    }

    private void talked(BuyerAct act) {
        talkedAccounts.add(act.account(), act.at());
        asked.talkedWith(act.account());
        if (!talkedShops.contains(act.shop())) {
            texts.talkedWith(act.shop());
        }
        talkedShops.add(act.shop(), act.at());
    }

    private Optional<Catch> manyWithoutConversation(
            AbnormalRule rule, Instant at, Recent<?> recent, @Nullable TextHash text) {
        return recent.size() >= figures.limit(rule).least()
                        && figures.isWithoutConversation(recent.talked(), recent.size())
                ? caught(rule, at, new Seen(recent.since(), recent.size(), recent.talked(), text))
                : Optional.empty();
    }

    private Optional<Catch> blocked(BuyerAct act) {
        var limit = figures.limit(BLOCKED_AFTER_REGISTRATION);
        if (registeredAt == null
                || act.at().isBefore(registeredAt)
                || act.at().isAfter(registeredAt.plus(limit.within()))
                || talkedShops.contains(act.shop())) {
            return Optional.empty();
        }
        blocking.add(act.shop(), act.at());
        return blocking.size() >= limit.least()
                ? caught(BLOCKED_AFTER_REGISTRATION, act.at(), new Seen(registeredAt, blocking.size(), 0, null))
                : Optional.empty();
    }

    private Optional<Catch> caught(AbnormalRule rule, Instant at, Seen seen) {
        return caught.add(rule) ? Optional.of(new Catch(rule, buyer, at, seen, figures.limit(rule))) : Optional.empty();
    }
}
