package io.hourglass.incoming.deliveries;

import io.hourglass.batch.Together;
import io.hourglass.kernel.text.Sha256;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a source delivered.
 *
 * @param source its name
 * @param id the source's own, the same for each attempt
 * @param body its hash, in hexadecimal digits
 */
public record Delivery(String source, String id, String body, List<Sent> facts) implements Together {

    public Delivery {
        facts = List.copyOf(facts);
    }

    public Delivery(String source, String id, byte[] body, List<Sent> facts) {
        this(source, id, HexFormat.of().formatHex(Sha256.of(body)), facts);
    }

    public DeliveryKey key() {
        return DeliveryKey.of(source, id);
    }

    @Override
    public List<?> members() {
        return Stream.concat(Stream.of(key()), facts.stream().flatMap(sent -> sent.fact()
                        .reported()))
                .toList();
    }
}
