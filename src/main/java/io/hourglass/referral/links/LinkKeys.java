package io.hourglass.referral.links;

import java.time.Instant;
import java.util.List;

/** The secrets that links are signed with. */
public interface LinkKeys {

    /** The newest last; empty until the first link is signed. */
    List<LinkKey> all();

    /** @throws org.springframework.dao.DuplicateKeyException if another node has made a key of that id meanwhile */
    void add(LinkKey key);

    /** @param secret in hexadecimal digits */
    record LinkKey(int id, String secret, Instant madeAt) {

        @Override
        public String toString() {
            return "link key " + id;
        }
    }
}
