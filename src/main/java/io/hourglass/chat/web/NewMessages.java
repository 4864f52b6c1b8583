package io.hourglass.chat.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

@Schema(
        example =
                """
                {"messages": [
                  {"id": "msg-7001", "buyer": "buyer-7", "account": "anna", "shop": "supplier-3", "author": "BUYER",
                   "occurredAt": "2026-03-02T06:30:00Z"},
                  {"id": "msg-7002", "buyer": "buyer-7", "account": "anna", "author": "HUMAN",
                   "occurredAt": "2026-03-02T06:31:00Z"}]}""")
record NewMessages(
        @NotNull @Size(min = 1, max = MOST, message = "1 to 1000 messages") List<@Valid @NotNull NewMessage> messages) {

    static final int MOST = 1000;
}
