using System.ComponentModel.DataAnnotations;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Enquiry;

/// <summary>What a region's adapter is given: its own folder's data, its configuration and the way out to its source.</summary>
public sealed class RegionContext
{
    public required Participant Participant { get; init; }

    public required ConceptMap Map { get; init; }

    /// <summary>The configuration section <c>Source</c>: address and credentials of the region's own system, cities below <c>Source:Cities</c>.</summary>
    public required IConfiguration Source { get; init; }

    /// <summary>The only way to the source.</summary>
    public required SourceConnection Connection { get; init; }

    public required TimeProvider Clock { get; init; }

    public required ILoggerFactory Loggers { get; init; }

    /// <summary>Where nightly files are kept until 24:00.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>A day's 32-byte secret for HMACs of persons; destroyed at the day's end.</summary>
    public required Func<ShanghaiDay, byte[]> DaySecret { get; init; }

    /// <summary>Binds and checks options of a source.</summary>
    /// <exception cref="ValidationException">An option is missing or out of range; the message names it.</exception>
    public T Options<T>(string section = "") where T : class, new()
    {
        var configuration = section.Length == 0 ? Source : Source.GetSection(section);
        var options = configuration.Get<T>() ?? new T();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        return options;
    }
}
