package dev.rollcall.simulator.service;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import dev.rollcall.simulator.world.World;

/** All services of an organization but STS, which belongs to whoever checks sessions. */
public final class Services implements AutoCloseable {

	private final ObjectStore store;

	private final List<Service> services;

	/**
	 * The services.
	 * @param reports counts what was asked of IAM
	 * @param clock dates the bucket's objects
	 */
	public Services(World world, Paging paging, Reports reports, Clock clock) {
		this.store = new ObjectStore(clock);
		this.services = List.of(OrganizationsService.of(world, paging), AccountService.of(world, paging),
				IamService.of(world, paging, reports), AccessAnalyzerService.of(world, paging),
				ConfigService.of(world, paging), CloudTrailService.of(world), S3Service.of(this.store));
	}

	/** The service of a name; empty where it is not simulated. */
	public Optional<Service> named(String name) {
		return this.services.stream().filter((service) -> service.name().equals(name)).findFirst();
	}

	public List<Service> all() {
		return this.services;
	}

	@Override
	public void close() {
		this.store.close();
	}

}
