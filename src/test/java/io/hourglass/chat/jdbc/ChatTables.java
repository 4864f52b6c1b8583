package io.hourglass.chat.jdbc;

import static io.hourglass.OwnTables.NOON;

import io.hourglass.OwnTables;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.LocalDate;

/** What the contracts of chat's ports begin with: two shops, an account of each, and consultations as they want them. */
final class ChatTables {

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final SupplierId SHOP = new SupplierId("店铺-1");
    static final SupplierId OTHER_SHOP = new SupplierId("shop-2");
    static final AccountId ANNA = new AccountId("anna-é");
    static final AccountId BEN = new AccountId("ben");
    static final BuyerId BUYER = new BuyerId("买家-😀");

    private final Consultations consultations;

    ChatTables(OwnTables tables) {
        this.consultations = new JdbcConsultations(tables.template(), tables.rows());
        ChatAccounts accounts = new JdbcChatAccounts(tables.jdbc(), tables.rows());
        tables.marketplaceWith(SHOP.value(), OTHER_SHOP.value());
        accounts.add(account(ANNA, SHOP));
        accounts.add(account(BEN, OTHER_SHOP));
    }

    static ChatAccount account(AccountId id, SupplierId shop) {
        return ChatAccount.builder().id(id).shop(shop).firstSeenAt(NOON).build();
    }

    /** With Anna, opened at noon, on the day. */
    static KeptConsultation consultation(String id, BuyerId buyer) {
        return KeptConsultation.builder()
                .id(new ConsultationId(id))
                .account(ANNA)
                .shop(SHOP)
                .buyer(buyer)
                .day(DAY)
                .policyVersion(3)
                .openedAt(NOON)
                .recordedAt(NOON.plusMillis(1))
                .build();
    }

    static KeptConsultation consultation(String id) {
        return consultation(id, BUYER);
    }

    KeptConsultation kept(KeptConsultation one) {
        consultations.add(one);
        return one;
    }
}
