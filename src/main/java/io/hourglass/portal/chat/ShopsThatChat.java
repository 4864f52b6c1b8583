package io.hourglass.portal.chat;

import io.hourglass.access.callers.Caller;
import io.hourglass.chat.reading.ShopFigures;
import io.hourglass.web.menu.MenuCondition;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The menu has chat for a shop that has accounts. The page that says that the database is away has a menu too, without it. */
@Component
class ShopsThatChat implements MenuCondition {

    private final ShopFigures shops;

    ShopsThatChat(ShopFigures shops) {
        this.shops = shops;
    }

    @Override
    public String entry() {
        return "chat";
    }

    @Override
    public boolean isFor(Caller caller) {
        var own = caller.supplier();
        try {
            return own != null && shops.isKnown(own);
        } catch (DataAccessException | TransactionException away) {
            return false;
        }
    }
}
