package dev.rollcall.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file that is being written: ZSTD, version 1 data pages. It holds what was
 * written once it is closed.
 */
public final class ParquetFile implements AutoCloseable {

	private static final long ROW_GROUP_BYTES = 16L * 1024 * 1024;

	private final Path path;

	private final Schema schema;

	private final ParquetWriter<@Nullable Object[]> writer;

	private long rows;

	/**
	 * Begins a file.
	 * @param path must not exist
	 * @throws UncheckedIOException when it cannot be written
	 */
	public ParquetFile(Path path, Schema schema) {
		this(path, schema, ROW_GROUP_BYTES);
	}

	/**
	 * Begins a file.
	 * @param path must not exist
	 * @param rowGroupBytes how much of it is held in memory, about
	 * @throws UncheckedIOException when it cannot be written
	 */
	public ParquetFile(Path path, Schema schema, long rowGroupBytes) {
		this.path = path;
		this.schema = schema;
		try {
			this.writer = new Builder(new LocalOutputFile(path), schema).withConf(new PlainParquetConfiguration())
				.withCodecFactory(new ZstdCodecs())
				.withCompressionCodec(CompressionCodecName.ZSTD)
				.withWriterVersion(WriterVersion.PARQUET_1_0)
				.withRowGroupSize(rowGroupBytes)
				.build();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot begin " + path, ex);
		}
	}

	/** Writes a record; what stands before its columns comes first. */
	public void write(List<@Nullable Object> before, Record values) {
		@Nullable Object[] row = new @Nullable Object[this.schema.columns().size()];
		for (int i = 0; i < before.size(); i++) {
			row[i] = before.get(i);
		}
		RecordValues.into(row, before.size(), values);
		write(row);
	}

	/** Writes a row: a value for each column, null where there is none. */
	public void write(@Nullable Object[] row) {
		try {
			this.writer.write(row);
			this.rows++;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write a row of " + this.schema.dataset() + " to " + this.path, ex);
		}
	}

	public long rows() {
		return this.rows;
	}

	@Override
	public void close() {
		try {
			this.writer.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot end " + this.path, ex);
		}
	}

	private static final class Builder extends ParquetWriter.Builder<@Nullable Object[], Builder> {

		private final Schema schema;

		Builder(OutputFile file, Schema schema) {
			super(file);
			this.schema = schema;
		}

		@Override
		protected Builder self() {
			return this;
		}

		@Override
		protected WriteSupport<@Nullable Object[]> getWriteSupport(Configuration configuration) {
			return new RowWriteSupport(this.schema);
		}

		@Override
		protected WriteSupport<@Nullable Object[]> getWriteSupport(ParquetConfiguration configuration) {
			return new RowWriteSupport(this.schema);
		}

	}

	private static final class RowWriteSupport extends WriteSupport<@Nullable Object[]> {

		private final Schema schema;

		private @Nullable RecordConsumer consumer;

		RowWriteSupport(Schema schema) {
			this.schema = schema;
		}

		@Override
		public WriteContext init(Configuration configuration) {
			return new WriteContext(this.schema.parquet(), Map.of());
		}

		@Override
		public WriteContext init(ParquetConfiguration configuration) {
			return new WriteContext(this.schema.parquet(), Map.of());
		}

		@Override
		public void prepareForWrite(RecordConsumer recordConsumer) {
			this.consumer = recordConsumer;
		}

		@Override
		public void write(@Nullable Object[] row) {
			RecordConsumer open = this.consumer;
			if (open == null) {
				throw new IllegalStateException("Parquet asks for a row before it is prepared");
			}
			open.startMessage();
			for (int i = 0; i < row.length; i++) {
				Object value = row[i];
				if (value != null) {
					Column column = this.schema.columns().get(i);
					open.startField(column.name(), i);
					write(open, column, value);
					open.endField(column.name(), i);
				}
			}
			open.endMessage();
		}

		private static void write(RecordConsumer open, Column column, Object value) {
			switch (column.type()) {
				case STRING -> open.addBinary(Binary.fromString(text(value)));
				case BOOLEAN -> open.addBoolean((Boolean) value);
				case BIGINT -> open.addLong(((Number) value).longValue());
				case TIMESTAMP -> open.addLong(((Instant) value).toEpochMilli());
				case DATE -> open.addInteger((int) ((LocalDate) value).toEpochDay());
				case STRINGS -> writeList(open, (Collection<?>) value);
				case STRING_MAP -> writeMap(open, (Map<?, ?>) value);
			}
		}

		private static String text(Object value) {
			return (value instanceof Enum<?> constant) ? constant.name() : value.toString();
		}

		private static void writeList(RecordConsumer open, Collection<?> values) {
			open.startGroup();
			if (!values.isEmpty()) {
				open.startField("list", 0);
				for (Object value : values) {
					open.startGroup();
					addText(open, "element", 0, value);
					open.endGroup();
				}
				open.endField("list", 0);
			}
			open.endGroup();
		}

		private static void writeMap(RecordConsumer open, Map<?, ?> values) {
			open.startGroup();
			if (!values.isEmpty()) {
				open.startField("key_value", 0);
				for (Map.Entry<?, ?> entry : values.entrySet()) {
					open.startGroup();
					addText(open, "key", 0, entry.getKey());
					addText(open, "value", 1, entry.getValue());
					open.endGroup();
				}
				open.endField("key_value", 0);
			}
			open.endGroup();
		}

		private static void addText(RecordConsumer open, String field, int index, @Nullable Object value) {
			if (value != null) {
				open.startField(field, index);
				open.addBinary(Binary.fromString(text(value)));
				open.endField(field, index);
			}
		}

	}

}
