package io.hourglass.incoming.signatures;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call as it came: its headers by their names, and the bytes that are signed. */
public final class SignedCall {

    private final Function<String, @Nullable String> headers;
    private final byte[] body;

    public SignedCall(Function<String, @Nullable String> headers, byte[] body) {
        this.headers = headers;
        this.body = body.clone();
    }

    public byte[] body() {
        return body.clone();
    }

    /** Null if there is none, or it is empty. */
    @Nullable
    String header(String name) {
        var value = headers.apply(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** @throws NotProven if there is none */
    String required(String name) {
        var value = header(name);
        if (value == null) {
            throw new NotProven("The header " + name + " is missing");
        }
        return value;
    }
}
