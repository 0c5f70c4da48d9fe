package org.lethe.stack.launch;

import java.util.List;
import org.lethe.stack.process.Child;
import org.lethe.stack.service.ServiceInstance;

/** A running stack, as who watches it sees it. */
interface WatchedStack {

    /** The processes of all parts; a service's also if it has ended meanwhile. */
    List<Child> children();

    /** Whether the service says that it can work. */
    boolean ready(ServiceInstance service);

    /** Whether the service says that it will never work again. */
    boolean stuck(ServiceInstance service);

    /**
     * Starts a service that has ended as it was started before, without waiting until it is ready.
     *
     * @throws org.lethe.stack.process.PartFailure if that can't be done
     */
    Child startAgain(ServiceInstance service);

    /** Whether the children would end if this process died. */
    boolean guarded();
}
