package org.lethe.runtime.caller;

import io.quarkus.arc.ClientProxy;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.runtime.problem.Refusal;

/** Lets a request through to its resource if the resource admits the caller; denies by default. */
public class CallerFilter {

    private static final String SCHEME = "Bearer ";

    private final Callers callers;
    private final CurrentCaller current;
    private final Origins origins;

    @Inject
    CallerFilter(Callers callers, CurrentCaller current, Origins origins) {
        this.callers = callers;
        this.current = current;
        this.origins = origins;
    }

    /** Fails with a {@link Refusal} unless the caller is admitted. */
    @ServerRequestFilter(nonBlocking = true)
    public Uni<Void> admit(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        return method.isAnnotationPresent(Public.class)
                ? Uni.createFrom().voidItem()
                : admit(request, admitted(resource.getResourceClass(), method));
    }

    /** Whom a resource method admits, if not everybody. One that says nothing admits nobody. */
    static Set<CallerKind> admitted(Class<?> resource, Method method) {
        AllowedCallers own = method.getAnnotation(AllowedCallers.class);
        AllowedCallers allowed = own != null ? own : resource.getAnnotation(AllowedCallers.class);
        return allowed == null ? Set.of() : Set.of(allowed.value());
    }

    private Uni<Void> admit(ContainerRequestContext request, Set<CallerKind> kinds) {
        String origin = request.getHeaderString("Origin");
        // The proxy finds the request's own instance only on this thread.
        CurrentCaller own = ClientProxy.unwrap(current);
        String token = token(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        return callers.identify(token, request.getHeaderString(NamedAccount.HEADER))
                .invoke(caller -> {
                    boolean isAdmitted = check(caller, kinds);
                    origins.check(origin, caller);
                    if (!isAdmitted) {
                        throw new Refusal(ErrorCode.ACCOUNT_REQUIRED);
                    }
                    own.set(caller);
                })
                .replaceWithVoid();
    }

    /**
     * Whether the caller is admitted as they are; not so staff who may act here for an account, and
     * name none. Anybody else is refused.
     */
    static boolean check(Caller caller, Set<CallerKind> admitted) {
        boolean isAdmitted = !Collections.disjoint(caller.kinds(), admitted);
        boolean mayNameOne =
                caller instanceof Caller.Staff && admitted.contains(CallerKind.DELEGATE);
        if (!isAdmitted && !mayNameOne) {
            throw new Refusal(ErrorCode.NOT_FOUND);
        }
        return isAdmitted;
    }

    private static String token(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, 7)) {
            throw new Refusal(ErrorCode.TOKEN_MISSING);
        }
        return authorization.substring(SCHEME.length()).strip();
    }
}
