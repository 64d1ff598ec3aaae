package dev.rollcall.simulator.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.rollcall.simulator.wire.HttpCall;
import dev.rollcall.simulator.world.World;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** All services of an organization: those that lie below this package, and others. */
public final class Services implements AutoCloseable {

	private static final List<Class<?>> FOUND = find();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final Map<String, Service> services = new TreeMap<>();

	/**
	 * The services.
	 * @param history knows which calls were made
	 * @param clock the real time
	 * @param others those that need more than these to be made
	 */
	public Services(World world, Paging paging, CallHistory history, Clock clock, List<Service> others) {
		this.context.registerBean(World.class, () -> world);
		this.context.registerBean(Paging.class, () -> paging);
		this.context.registerBean(CallHistory.class, () -> history);
		this.context.registerBean(Clock.class, () -> clock);
		FOUND.forEach((type) -> this.context.registerBean(type));
		this.context.refresh();
		List<Service> all = new ArrayList<>(this.context.getBeansOfType(Service.class).values());
		all.addAll(others);
		all.forEach((service) -> this.services.put(service.name(), service));
	}

	private static List<Class<?>> find() {
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(Service.class));
		return scanner.findCandidateComponents(Services.class.getPackageName())
			.stream()
			.map((found) -> found.getBeanClassName())
			.sorted(Comparator.nullsLast(Comparator.naturalOrder()))
			.<Class<?>>map((name) -> ClassUtils.resolveClassName(name, Services.class.getClassLoader()))
			.toList();
	}

	/** The service of a name; empty where it is not simulated. */
	public Optional<Service> named(String name) {
		return Optional.ofNullable(this.services.get(name));
	}

	/**
	 * The service that a request is for; empty where it is not simulated.
	 * @param scope by which it is signed
	 */
	public Optional<Service> of(String scope, HttpCall call) {
		return this.services.values()
			.stream()
			.filter((service) -> service.signedAs().equals(scope) && service.takes(call))
			.min(Comparator.comparing((service) -> service.name().equals(scope)));
	}

	/** All of them. */
	public List<Service> all() {
		return List.copyOf(this.services.values());
	}

	@Override
	public void close() {
		this.context.close();
	}

}
