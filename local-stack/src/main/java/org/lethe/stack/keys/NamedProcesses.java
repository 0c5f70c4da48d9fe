package org.lethe.stack.keys;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.lethe.stack.process.Http;

/**
 * Processes of a suite elsewhere, such as pods: asked, and started again by who runs them.
 *
 * @param addresses one of each process, without a path
 */
record NamedProcesses(List<URI> addresses) implements Fleet {

    @Override
    public List<ProcessKeys> ask() {
        return addresses.stream().map(address -> ask(address.toString(), address)).toList();
    }

    static ProcessKeys ask(String name, URI address) {
        var request = HttpRequest.newBuilder(address.resolve("/q/health/ready"));
        return ProcessKeys.read(name, Http.send(name, Http.PLAIN, request).body());
    }

    @Override
    public void startAgain() {
        throw new KeysRefusedException(
                "Bring the files to every process and start it again, then do this once more, with"
                        + " each process named by --service.");
    }
}
