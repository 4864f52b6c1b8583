package io.hourglass;

import io.hourglass.kernel.BadInput;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line what is wrong with a setting with which the program does not start. */
class RefusedStart extends AbstractFailureAnalyzer<BadInput> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, BadInput setting) {
        return new FailureAnalysis(setting.getMessage(), "Set " + setting.field() + " so.", failure);
    }
}
