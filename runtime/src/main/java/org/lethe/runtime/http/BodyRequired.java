package org.lethe.runtime.http;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.runtime.problem.Refusal;

/** Refuses an empty body, or a JSON null, where a resource takes a body. */
@Provider
public class BodyRequired implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null) {
            throw new Refusal(ErrorCode.MALFORMED);
        }
        return body;
    }
}
