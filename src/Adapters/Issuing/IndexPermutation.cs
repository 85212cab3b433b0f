using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace HealthBao.Adapters.Issuing;

/// <summary>
/// Turns the count of passes into places of the status list: block by block, within each block in an order that only the day's key knows,
/// so that neighbours say nothing of each other. A balanced Feistel network; values outside the block walk on until they fall inside.
/// </summary>
internal sealed class IndexPermutation(byte[] key, int block)
{
    private const int Rounds = 10;

    private readonly int half = (BitOperations.Log2((uint)(block - 1)) + 2) / 2;

    /// <summary>The place of the n-th pass.</summary>
    public int IndexOf(long count)
    {
        var number = checked((int)(count / block));
        var place = (uint)(count % block);
        do place = Permute(place, number);
        while (place >= block);
        return checked((number * block) + (int)place);
    }

    private uint Permute(uint value, int number)
    {
        var mask = (1u << half) - 1;
        var (left, right) = (value >> half, value & mask);
        for (var round = 0; round < Rounds; round++) (left, right) = (right, left ^ (Round(round, number, right) & mask));
        return (left << half) | right;
    }

    private uint Round(int round, int number, uint value)
    {
        Span<byte> input = stackalloc byte[12];
        BinaryPrimitives.WriteInt32BigEndian(input, round);
        BinaryPrimitives.WriteInt32BigEndian(input[4..], number);
        BinaryPrimitives.WriteUInt32BigEndian(input[8..], value);
        Span<byte> mac = stackalloc byte[32];
        HMACSHA256.HashData(key, input, mac);
        return BinaryPrimitives.ReadUInt32BigEndian(mac);
    }
}
