using ContentPages.Web.Live.Sockets;
using Microsoft.AspNetCore.SignalR;

namespace ContentPages.Web.Live.Delivery;

/// <summary>
/// One or more messages of the hub as one WebSocket message, made once and shared by all connections that it goes to: frames of a server are not
/// masked, so they are the same for everyone.
/// </summary>
internal sealed class Frame
{
    private readonly byte[] _bytes;
    private readonly int _header;
    private SerializedHubMessage? _message;

    /// <param name="records">Messages in the JSON protocol, each with its separator.</param>
    public Frame(ReadOnlySpan<byte> records)
    {
        _header = FrameFormat.HeaderLength(records.Length);
        _bytes = GC.AllocateUninitializedArray<byte>(_header + records.Length);
        FrameFormat.WriteHeader(_bytes.AsSpan(0, _header), FrameFormat.Text, records.Length);
        records.CopyTo(_bytes.AsSpan(_header));
    }

    private Frame(byte[] bytes) => _bytes = bytes;

    /// <summary>Whole, with the header of the WebSocket protocol.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    public int Length => _bytes.Length;

    /// <summary>An answer, or a word of the transport: it is nowhere else, so it is never skipped.</summary>
    public bool IsForOne { get; private init; }

    /// <summary>The same for a connection of the web framework, which frames it itself.</summary>
    public SerializedHubMessage Message => _message ??= new([new SerializedMessage("json", _bytes.AsMemory(_header))]);

    /// <param name="bytes">Whole, with the header.</param>
    public static Frame ForOne(ReadOnlySpan<byte> bytes) => new(bytes.ToArray()) { IsForOne = true };
}
