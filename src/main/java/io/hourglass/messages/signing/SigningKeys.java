package io.hourglass.messages.signing;

import java.util.Optional;

/** The key from which the secret of every webhook is derived. */
public interface SigningKeys {

    /** In hexadecimal digits; empty until the program has made one. */
    Optional<String> key();

    /** @throws org.springframework.dao.DuplicateKeyException if another node has made one meanwhile */
    void add(String key);
}
