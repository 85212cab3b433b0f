using System.Diagnostics.CodeAnalysis;

namespace HealthBao.Adapters.Enquiry;

/// <summary>Either what a source answered or why it could not be asked.</summary>
public readonly struct SourceAnswer<T> where T : class
{
    private readonly T? value;
    private readonly SourceFault fault;

    private SourceAnswer(T? value, SourceFault fault) => (this.value, this.fault) = (value, fault);

    public static implicit operator SourceAnswer<T>(T value) => new(value, default);

    public static implicit operator SourceAnswer<T>(SourceFault fault) => new(null, fault);

    /// <summary>True with the answer, or false with the fault.</summary>
    public bool TryGet([NotNullWhen(true)] out T? answer, out SourceFault why)
    {
        (answer, why) = (value, fault);
        return answer is not null;
    }
}
