package io.hourglass.access;

import io.hourglass.audit.actions.CurrentActor;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class CurrentCaller implements CurrentActor {

    @Override
    public Optional<String> acts() {
        return Callers.current().map(Caller::name);
    }
}
