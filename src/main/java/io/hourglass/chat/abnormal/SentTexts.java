package io.hourglass.chat.abnormal;

import io.hourglass.kernel.ids.SupplierId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** To which shops a buyer sent which text lately. Of texts that differ the last thousand are kept. */
final class SentTexts {

    private static final int MAX_TEXTS = 1000;

    private final Duration within;

    /** The one that was sent last stands last. */
    private final Map<TextHash, Recent<SupplierId>> shops = new LinkedHashMap<>(16, 0.75f, true);

    SentTexts(Duration within) {
        this.within = within;
    }

    /** @return all shops that it was sent to */
    Recent<SupplierId> sent(TextHash text, BuyerAct act, Predicate<SupplierId> isTalkedWith) {
        var sent = shops.computeIfAbsent(text, one -> new Recent<>(within));
        sent.add(act.shop(), act.at(), isTalkedWith);
        if (shops.size() > MAX_TEXTS) {
            shops.keySet().remove(shops.keySet().iterator().next());
        }
        return sent;
    }

    void talkedWith(SupplierId shop) {
        shops.values().forEach(sent -> sent.talkedWith(shop));
    }

    void expire(Instant now) {
        var oldest = shops.values().iterator();
        while (oldest.hasNext()) {
            var sent = oldest.next();
            sent.expire(now);
            if (sent.size() > 0) {
                return;
            }
            oldest.remove();
        }
    }

    int kept() {
        return shops.values().stream().mapToInt(Recent::size).sum();
    }
}
