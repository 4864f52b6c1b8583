package io.hourglass.access.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What a person may set of its own account, and where. */
@Hidden
@Controller
@ConditionalOnWebApplication
class OwnAccount {

    @GetMapping("/account")
    String show() {
        return "account";
    }
}
