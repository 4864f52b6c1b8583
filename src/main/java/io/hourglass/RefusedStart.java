package io.hourglass;

import io.hourglass.kernel.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says in one line why the program does not start: which setting has which value, and what it must be. */
class RefusedStart extends AbstractFailureAnalyzer<InvalidInput> implements FailureAnalysisReporter {

    private static final Logger log = LoggerFactory.getLogger(RefusedStart.class);

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidInput setting) {
        return new FailureAnalysis(setting.getMessage(), "", failure);
    }

    @Override
    public void report(FailureAnalysis analysis) {
        log.error("The program does not start. {} {}", analysis.getDescription(), analysis.getAction());
    }
}
