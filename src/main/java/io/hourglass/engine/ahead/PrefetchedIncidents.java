package io.hourglass.engine.ahead;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.runtime.Incident;

/** Need not ask for the incidents of a job that is known to be healthy. */
class PrefetchedIncidents extends IncidentManager {

    @Override
    public List<Incident> findIncidentByConfiguration(String job) {
        return PrefetchedJobs.of(getCommandContext()).isHealthy(job)
                ? new ArrayList<>()
                : super.findIncidentByConfiguration(job);
    }
}
