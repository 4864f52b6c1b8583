package io.hourglass.incoming.sources;

import io.hourglass.chat.AccountId;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Reads a source from its settings; what is wrong with one keeps the program from starting. */
final class ReadSource {

    private static final String ALL = "hourglass.incoming.";
    private static final String HIDDEN = "what is not shown";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern AGENT = Pattern.compile("[1-9]\\d{0,14}");
    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int LEAST_CHARACTERS = 16;
    private static final Set<AuthorKind> OF_BOTS = EnumSet.of(
            AuthorKind.AI_AGENT,
            AuthorKind.AUTO_REPLY,
            AuthorKind.QUICK_REPLY,
            AuthorKind.SERVICE_ASSISTANT,
            AuthorKind.SYSTEM);

    private final String name;
    private final SourceSettings settings;

    private ReadSource(String name, SourceSettings settings) {
        this.name = name;
        this.settings = settings;
    }

    /** @throws InvalidInput which setting has which value, and what it must be */
    static Source of(String name, SourceSettings settings) {
        if (!NAME.matcher(name).matches() || name.length() > Source.MAX_LENGTH) {
            throw new InvalidInput(
                    ALL + name,
                    "a source of that name",
                    "named by 1 to " + Source.MAX_LENGTH + " small letters, digits and hyphens within");
        }
        return new ReadSource(name, settings).read();
    }

    private Source read() {
        var format = format();
        return new Source(name, format, keys(format), format == Format.CHATWOOT ? chatwoot() : noShop());
    }

    private Format format() {
        return Stream.of(Format.values())
                .filter(one -> one.word().equals(settings.format()))
                .findFirst()
                .orElseThrow(() -> wrong("format", settings.format(), "facts, chatwoot or mail"));
    }

    private List<SecretKeySpec> keys(Format format) {
        if (settings.secret().isEmpty() || settings.secret().size() > 2) {
            throw wrong("secret", settings.secret().size() + " secrets", "one, or two while they change");
        }
        return settings.secret().stream()
                .map(secret -> format == Format.CHATWOOT ? chatwootKey(secret) : standardKey(secret))
                .map(HmacSha256::key)
                .toList();
    }

    private byte[] standardKey(String secret) {
        try {
            var bytes = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : "");
            if (bytes.length >= LEAST_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw noStandardKey();
        }
        throw noStandardKey();
    }

    private InvalidInput noStandardKey() {
        return wrong("secret", HIDDEN, PREFIX + " and at least " + LEAST_BYTES + " bytes in Base64");
    }

    private byte[] chatwootKey(String secret) {
        if (secret.length() < LEAST_CHARACTERS) {
            throw wrong("secret", HIDDEN, "the webhook's secret in Chatwoot, of at least 16 characters");
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    private @Nullable ChatwootShop noShop() {
        Stream.of("shop", "unassigned", "bots")
                .filter(one -> value(one) != null)
                .forEach(one -> {
                    throw wrong(one, value(one), "left out: it is for format=chatwoot");
                });
        if (!settings.accounts().isEmpty()) {
            throw wrong("accounts", settings.accounts(), "left out: it is for format=chatwoot");
        }
        return null;
    }

    private ChatwootShop chatwoot() {
        var accounts = new HashMap<String, AccountId>();
        settings.accounts().forEach((agent, account) -> {
            if (!AGENT.matcher(agent).matches()) {
                throw wrong("accounts." + agent, account, "behind the number of an agent in Chatwoot");
            }
            accounts.put(agent, account("accounts." + agent, account));
        });
        return new ChatwootShop(shop(), account("unassigned", settings.unassigned()), bots(), Map.copyOf(accounts));
    }

    private SupplierId shop() {
        var shop = settings.shop();
        if (shop == null || !ExternalId.mayBeNew(shop, ExternalId.MAX_LENGTH)) {
            throw wrong("shop", shop, "the id of the shop, " + ExternalId.rule(ExternalId.MAX_LENGTH));
        }
        return new SupplierId(shop);
    }

    private AccountId account(String setting, @Nullable String account) {
        if (account == null || !ExternalId.mayBeNew(account, AccountId.MAX_LENGTH)) {
            throw wrong(setting, account, "the id of an account, " + ExternalId.rule(AccountId.MAX_LENGTH));
        }
        return new AccountId(account);
    }

    private AuthorKind bots() {
        var bots = settings.bots();
        return bots == null
                ? AuthorKind.AUTO_REPLY
                : OF_BOTS.stream()
                        .filter(kind -> kind.name().equals(bots))
                        .findFirst()
                        .orElseThrow(() -> wrong("bots", bots, "one of " + OF_BOTS));
    }

    private @Nullable String value(String setting) {
        return switch (setting) {
            case "shop" -> settings.shop();
            case "unassigned" -> settings.unassigned();
            default -> settings.bots();
        };
    }

    private InvalidInput wrong(String setting, @Nullable Object value, String rule) {
        return new InvalidInput(ALL + name + "." + setting, value == null ? "not set" : value, rule);
    }
}
