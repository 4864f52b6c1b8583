package io.hourglass.chat.web;

import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.intake.DescribeAccount;
import io.hourglass.chat.intake.DescribeAccount.Closure;
import io.hourglass.chat.intake.DescribeAccount.Description;
import io.hourglass.evidence.input.Format;
import io.hourglass.evidence.input.Formatted;
import io.hourglass.kernel.ids.SupplierId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The accounts under which shops chat. */
@RestController
@RequestMapping("/api/chat/accounts/{account}")
@Tag(name = "Chat")
class ChatAccountApi {

    private final DescribeAccount describe;

    ChatAccountApi(DescribeAccount describe) {
        this.describe = describe;
    }

    @Schema(example = "{\"shop\": \"supplier-3\", \"name\": \"Anna, pre-sales\"}")
    record AccountOfShop(
            @NotNull @Formatted(Format.ID) String shop,
            @Schema(description = "For display; if left out, it does not change.")
                    @Size(min = 1, max = DescribeAccount.LONGEST_NAME)
                    @Nullable
                    String name) {}

    @Schema(example = "{\"into\": \"ben\"}")
    record Closing(
            @Formatted(Format.ID)
                    @Schema(
                            description =
                                    "The account of the same shop to which belongs from now on what names this one; left out if it is closed only.")
                    @Nullable
                    String into) {}

    record AccountOfShopView(
            String id,
            String shop,
            @Nullable String name,
            @Schema(description = "Left out while it is in use.") @Nullable Instant closedAt,
            @Nullable String mergedInto) {

        static AccountOfShopView of(ChatAccount account) {
            return new AccountOfShopView(
                    account.id().value(),
                    account.shop().value(),
                    account.name(),
                    account.closedAt(),
                    Objects.toString(account.mergedInto(), null));
        }
    }

    @PutMapping
    @Operation(
            summary = "Put an account of a shop on the list",
            description = "Or name it. An account of a shop that writes to another of the same shop is no buyer.")
    AccountOfShopView describe(@PathVariable String account, @Valid @RequestBody AccountOfShop described) {
        return AccountOfShopView.of(describe.describe(new Description(
                NewMessage.account("account", account), new SupplierId(described.shop()), described.name())));
    }

    @PostMapping("/closure")
    @Operation(
            summary = "An account is in use no more",
            description =
                    "Published numbers stay as they are. What is told of it later is kept; if it was merged into another account, it is"
                            + " of that one.")
    AccountOfShopView close(@PathVariable String account, @Valid @RequestBody Closing closing) {
        return AccountOfShopView.of(describe.close(new Closure(
                NewMessage.account("account", account),
                closing.into() == null ? null : NewMessage.account("into", closing.into()))));
    }
}
