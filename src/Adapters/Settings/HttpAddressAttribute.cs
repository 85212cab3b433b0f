using System.ComponentModel.DataAnnotations;

namespace HealthBao.Adapters.Settings;

/// <summary>An absolute http or https address, or nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HttpAddressAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        value is null or "" || (Uri.TryCreate(value as string, UriKind.Absolute, out var address) && address.Scheme is "http" or "https");
}
