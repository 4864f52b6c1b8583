package io.hourglass.incoming.json;

import io.hourglass.imports.lines.JsonFact;
import io.hourglass.incoming.deliveries.Sent;
import io.hourglass.kernel.InvalidInput;
import java.util.List;

/** Facts as the lines of an import have them: one, a list, or a list as the field {@code facts}. */
public final class FactsBody {

    private static final int MOST = 200;
    private static final String AT = "at";

    private FactsBody() {}

    /** @throws InvalidInput with the field's path */
    public static List<Sent> read(byte[] body) {
        var top = Field.of(JsonBody.readStrictly(body));
        if (top.node().isObject() && !top.at("facts").isGiven()) {
            return List.of(fact(top));
        }
        var facts = top.node().isArray() ? top : only(top.object()).at("facts");
        if (!facts.node().isArray() || facts.node().isEmpty() || facts.node().size() > MOST) {
            throw facts.breaks("a list of 1 to " + MOST + " facts");
        }
        return facts.each().map(FactsBody::fact).toList();
    }

    private static Field only(Field top) {
        top.node().fieldNames().forEachRemaining(name -> {
            if (!name.equals("facts")) {
                throw top.at(name).breaks("left out beside facts");
            }
        });
        return top;
    }

    private static Sent fact(Field field) {
        var object = field.object();
        return new Sent(JsonFact.of(object.path(), object.node().toString()), object.path(), AT);
    }
}
