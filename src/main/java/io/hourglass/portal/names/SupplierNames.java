package io.hourglass.portal.names;

import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.profiles.SupplierProfile;
import io.hourglass.market.profiles.SupplierProfiles;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What suppliers are called on pages: by the name that the marketplace has given, or by their id. */
@Component
public class SupplierNames {

    private final SupplierProfiles profiles;

    SupplierNames(SupplierProfiles profiles) {
        this.profiles = profiles;
    }

    /** Reads them all at once. */
    public Function<SupplierId, String> of(Collection<SupplierId> suppliers) {
        return in(profiles.of(new HashSet<>(suppliers)));
    }

    /** The same, of profiles that have been read. */
    public static Function<SupplierId, String> in(Map<SupplierId, SupplierProfile> profiles) {
        var names = profiles.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, one -> name(one.getKey(), one.getValue())));
        return supplier -> names.getOrDefault(supplier, supplier.value());
    }

    private static String name(SupplierId supplier, SupplierProfile profile) {
        var name = profile.name();
        return name == null || name.isBlank() ? supplier.value() : name;
    }
}
