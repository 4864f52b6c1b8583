package io.hourglass.market.web;

import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.profiles.DescribeSupplier;
import io.hourglass.market.profiles.DescribeSupplier.Description;
import io.hourglass.market.profiles.SupplierProfile;
import io.hourglass.market.profiles.SupplierProfiles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the marketplace says of a supplier: by it buyers find the supplier as an alternative. */
@RestController
@RequestMapping("/api/suppliers/{supplier}/profile")
@Tag(name = "Suppliers")
class SupplierProfileApi {

    private final DescribeSupplier describe;
    private final SupplierProfiles profiles;

    SupplierProfileApi(DescribeSupplier describe, SupplierProfiles profiles) {
        this.describe = describe;
        this.profiles = profiles;
    }

    @Schema(
            example =
                    """
                    {"name": "Wenzhou Valves", "company": "wenzhou-group", "capacity": 40, "suspended": false,
                     "categories": ["Hardware/Valves"], "products": "brass ball valves DN25, 黄铜球阀"}""")
    record NewProfile(
            @Size(min = 1, max = 200) @Nullable String name,
            @Schema(description = "Suppliers of one company are never recommended in each other's place.")
                    @Size(min = 1, max = 64)
                    @Nullable
                    String company,
            @Schema(description = "Open inquiries that it can take at a time.") @Min(0) @Nullable Integer capacity,
            @Schema(description = "Whether it is excluded from recommendations; if left out, this does not change.")
                    @Nullable
                    Boolean suspended,
            @Schema(description = "Paths that it deals in, with slashes.")
                    @Size(max = 50, message = "at most 50 categories")
                    @Nullable
                    List<@NotBlank @Size(max = 400) String> categories,
            @Schema(description = "What it makes, in words of any language.") @Size(max = 2000) @Nullable
                    String products) {

        SupplierProfile profile() {
            return new SupplierProfile(
                    name,
                    company,
                    capacity,
                    Boolean.TRUE.equals(suspended),
                    Optional.ofNullable(categories).orElse(List.of()),
                    products);
        }
    }

    @PutMapping
    @Operation(
            summary = "Describe a supplier",
            description =
                    "Replaces what was said before; what is left out is unknown from then on, but for `suspended`, which then"
                            + " stays as it is.")
    SupplierProfile describe(@PathVariable String supplier, @Valid @RequestBody NewProfile profile) {
        return describe.describe(
                new Description(new SupplierId(supplier), profile.profile(), profile.suspended() == null));
    }

    @GetMapping
    @Operation(summary = "What is known of a supplier")
    SupplierProfile read(@PathVariable String supplier) {
        var id = new SupplierId(supplier);
        return Optional.ofNullable(profiles.of(List.of(id)).get(id))
                .orElseThrow(() -> new NotFound("supplier", supplier));
    }
}
