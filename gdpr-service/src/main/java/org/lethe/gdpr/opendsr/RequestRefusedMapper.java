package org.lethe.gdpr.opendsr;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.lethe.contracts.error.Problem;

/** Answers a refused OpenDSR request. */
class RequestRefusedMapper {

    private final OpenDsrSettings config;

    RequestRefusedMapper(OpenDsrSettings config) {
        this.config = config;
    }

    @ServerExceptionMapper
    public Response refused(RequestRefused refused) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(Problem.MEDIA_TYPE)
                .entity(OpenDsrProblem.of(config.domain(), refused.objections()))
                .build();
    }
}
